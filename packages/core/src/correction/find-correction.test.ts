import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { type Letter, letters } from "../letters/letters.ts";
import type { CorrectionKey } from "../schema/message-types.ts";
import { folded, type HandPose, posedHand, testHandRanges } from "../testing/index.ts";
import { findCorrection } from "./find-correction.ts";
import { featureNames, type HandFeatures, handFeatures } from "./hand-features.ts";
import type { HandRange, HandRanges } from "./hand-ranges.ts";
import { handPoints } from "./palm-frame.ts";

const ranges = testHandRanges();
const featuresOf = (pose: HandPose): HandFeatures => {
  const features = handFeatures(handPoints(posedHand(pose), false));
  if (!features) throw new Error("expected a hand with depth");
  return features;
};
const find = (pose: HandPose, asked: Letter, read: Letter, known: HandRanges = ranges) =>
  findCorrection({ features: featuresOf(pose), asked, read }, known);

const fist = { index: folded, middle: folded, ring: folded, little: folded };
/** The letters that are known, with one way to know more of a letter. */
const withRange = (letter: Letter, ...ways: HandRange[]): HandRanges => ({ ...ranges, [letter]: ways });

describe("findCorrection", () => {
  test.each<[string, HandPose, Letter, Letter, CorrectionKey]>([
    ["a W for a D", { little: folded }, "D", "W", "bend-middle"],
    ["an I for an S", { ...fist, little: {} }, "S", "I", "bend-little"],
    ["an S for an I", fist, "I", "S", "straighten-little"],
    ["a D for an S", { ...fist, index: {} }, "S", "D", "bend-index"],
    ["a B for a W", {}, "W", "B", "bend-little"],
  ])("names the finger that is wrong: %s", (_, pose, asked, read, key) => {
    expect(find(pose, asked, read)?.key).toBe(key);
  });

  test("says it of all fingers at once where all are wrong alike", () => {
    expect(find(fist, "B", "S")?.key).toBe("straighten-fingers");
    expect(find({}, "S", "B")?.key).toBe("bend-fingers");
    expect(find({ ...fist, little: { curl: 25 } }, "B", "I")?.key).not.toBe("straighten-fingers");
  });

  test("says nothing of a hand within the usual ranges, whatever it is read as", () => {
    fc.assert(
      fc.property(fc.constantFrom(...letters), (read) => {
        expect(find({}, "B", read)).toBeUndefined();
        expect(find(fist, "S", read)).toBeUndefined();
      }),
    );
  });

  test("says nothing of what does not tell the two letters apart", () => {
    const leaning = { ...fist, index: { knuckle: 110, curl: 160 } };
    expect(find(leaning, "S", "I")).toBeUndefined();
  });

  test("says nothing against the way that is read: further from it than is usual is not a fault", () => {
    const overbent = { ...fist, little: { knuckle: 60, curl: 240 } };
    expect(find(overbent, "S", "I")).toBeUndefined();
  });

  test("takes the nearest of several ways to sign a letter", () => {
    const [open] = ranges.B;
    const [closed] = ranges.S;
    expect(find(fist, "C", "D", withRange("C", open ?? {}, closed ?? {}))).toBeUndefined();
  });

  const spread: HandRange = {
    ...{ indexCurl: [0, 20], middleCurl: [0, 20] },
    ...{ indexMiddleSpread: [15, 30], indexOverMiddle: [45, 80] },
  };
  const together: HandRange = { ...spread, indexMiddleSpread: [-3, 3], indexOverMiddle: [15, 25] };
  const crossed: HandRange = { ...spread, indexMiddleSpread: [-20, -8], indexOverMiddle: [-25, -2] };
  const known: HandRanges = { ...withRange("V", spread), U: [together], R: [crossed] };
  const apart = { index: { lean: 12 }, middle: { lean: -12 } };
  const over = { index: { lean: -10 }, middle: { lean: 8 } };

  test.each<[HandPose, Letter, Letter, CorrectionKey]>([
    [{}, "V", "U", "spread-index-middle"],
    [apart, "U", "V", "close-index-middle"],
    [apart, "R", "V", "cross-index-middle"],
    [{}, "R", "U", "cross-index-middle"],
    [over, "U", "R", "uncross-index-middle"],
  ])("tells spread, closed and crossed fingers apart: %o for %s", (pose, asked, read, key) => {
    expect(find(pose, asked, read, known)?.key).toBe(key);
  });

  test("speaks of the spread of straight fingers alone", () => {
    expect(find({ index: { curl: 40 }, middle: { curl: 40 } }, "V", "U", known)?.key).toBe(
      "spread-index-middle",
    );
    expect(find({ index: { curl: 120 }, middle: { curl: 120 } }, "V", "U", known)).toBeUndefined();
  });

  test("says of the thumb, the palm and the hand what the asked letter wants", () => {
    const thumb = { ...withRange("A", { thumbAcross: [35, 70] }), S: [{ thumbAcross: [-10, 10] }] } as const;
    const across = { ...fist, thumb: [-0.16, 0, 0] } as const;
    expect(find(across, "A", "S", thumb)?.key).toBe("thumb-beside-index");
    const side = { ...withRange("G", { up: [0, 50] }), D: [{ up: [90, 100] }] } as const;
    expect(find({}, "G", "D", side)?.key).toBe("point-sideways");
    const palm = { ...withRange("C", { facing: [0, 60] }), B: [{ facing: [90, 100] }] } as const;
    expect(find({}, "C", "B", palm)?.key).toBe("palm-sideways");
  });

  test("the further off, the stronger, up to 1", () => {
    const strengths = [25, 40, 60, 90, 140].map(
      (curl) => find({ little: { curl } }, "B", "W")?.strength ?? 0,
    );
    expect(strengths).toEqual(strengths.toSorted((one, other) => one - other));
    expect(strengths.at(-1)).toBeGreaterThan(0.5);
    expect(Math.max(...strengths)).toBeLessThanOrEqual(1);
  });

  test("whatever is measured, it names what the asked letter's ranges hold against it, or nothing", () => {
    const value = fc.double({ min: -200, max: 200, noNaN: true });
    const measured = fc.record(
      Object.fromEntries(featureNames.map((name) => [name, value])),
    ) as fc.Arbitrary<HandFeatures>;
    const known = fc.constantFrom(...(["B", "D", "I", "S", "W"] as const));
    fc.assert(
      fc.property(measured, known, known, (features, asked, read) => {
        const found = findCorrection({ features, asked, read }, ranges);
        if (asked === read) expect(found).toBeUndefined();
        if (found?.key.startsWith("bend-")) {
          const finger = found.key.slice("bend-".length) as
            | "index"
            | "middle"
            | "ring"
            | "little"
            | "fingers";
          const one = finger === "fingers" ? "index" : finger;
          const [way] = ranges[asked];
          const isBelow = (["Knuckle", "Curl"] as const).some(
            (joint) => features[`${one}${joint}`] < (way?.[`${one}${joint}`]?.[0] ?? 0),
          );
          expect(isBelow).toBe(true);
        }
        expect(found?.strength ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});
