import { describe, expect, test } from "bun:test";
import { type Letter, letters, readHandRanges } from "@signify/core";
import { findCorrection, type HandFeatures, handFeatures, handPoints } from "@signify/core/correction";
import { folded, type HandPose, posedFrame } from "@signify/core/testing";
import { handRangesText } from "./hand-ranges-text.ts";
import { measureRanges } from "./measure-ranges.ts";
import type { RecordedHand } from "./recorded-hand.ts";

function recorded(letter: Letter, person: string, pose: HandPose): RecordedHand {
  const landmarks = posedFrame(pose);
  const points = handPoints(landmarks.subarray(63), false);
  const features = handFeatures(points) as HandFeatures;
  return { letter, person, frames: [landmarks], landmarks, isLeft: false, points, features };
}

/** Ten people who show every letter as an open hand, but S as a fist and G in two ways. */
function everybody(): RecordedHand[] {
  const fist = { index: folded, middle: folded, ring: folded, little: folded };
  return letters.flatMap((letter) =>
    Array.from({ length: 10 }, (_, person) => {
      const bent = { knuckle: person };
      const isFist = letter === "S" || (letter === "G" && person % 2 === 0);
      return recorded(letter, `person ${person}`, isFist ? fist : { index: bent, middle: bent });
    }),
  );
}

describe("measureRanges", () => {
  test("holds what is usual, in whole degrees", () => {
    const [way] = measureRanges(everybody()).B;
    expect(way?.indexKnuckle).toEqual([0, 9]);
    expect(way?.ringCurl).toEqual([0, 0]);
  });

  test("counts every person alike, however many samples there are of them", () => {
    const many = Array.from({ length: 300 }, () =>
      recorded("B", "person 0", { index: { knuckle: 80 }, middle: {} }),
    );
    const few = everybody().filter(({ person }) => person !== "person 0");
    const [way] = measureRanges([...few, ...many]).B;
    expect(way?.indexKnuckle?.[0]).toBe(1);
    expect(way?.indexKnuckle?.[1]).toBe(80);
    const one = { ...recorded("B", "person 9", { index: { knuckle: 170 } }) };
    expect(measureRanges([...everybody(), ...everybody(), one]).B[0]?.indexKnuckle?.[1]).toBeLessThan(170);
  });

  test("parts letters that are signed in two ways, and no others", () => {
    const ranges = measureRanges(everybody());
    expect(ranges.G).toHaveLength(2);
    expect(ranges.G.map((way) => way.ringCurl?.[0]).sort()).toEqual([0, 160]);
    expect(ranges.S).toHaveLength(1);
    const alone = everybody().map((hand) => ({ ...hand, person: hand.letter === "G" ? "one" : hand.person }));
    expect(measureRanges(alone).G).toHaveLength(1);
  });

  test("says of J and Z what fingers do and nothing of where the hand points", () => {
    const { J, Z } = measureRanges(everybody());
    for (const [way] of [J, Z]) {
      expect(way?.indexCurl).toBeDefined();
      expect(way).not.toHaveProperty("up");
      expect(way).not.toHaveProperty("indexMiddleSpread");
    }
  });

  test("is what the product finds corrections by, once written and read", () => {
    const ranges = measureRanges(everybody());
    expect(readHandRanges(JSON.parse(handRangesText(ranges)))).toEqual(ranges);
    const { features } = recorded("B", "somebody else", {});
    expect(findCorrection({ features, asked: "S", read: "B" }, ranges)?.key).toMatch(
      /^(bend-fingers|thumb-across-fingers)$/,
    );
    expect(findCorrection({ features, asked: "B", read: "S" }, ranges)).toBeUndefined();
  });

  test("names a letter that nobody shows", () => {
    const hands = everybody().filter(({ letter }) => letter !== "Q");
    expect(() => measureRanges(hands)).toThrow("Expected somebody who shows Q.");
  });
});
