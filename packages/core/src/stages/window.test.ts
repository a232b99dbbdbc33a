import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { landmarkFrameLength } from "../landmarks/landmark-frame.ts";
import { handLandmarks, noHandLandmarks } from "../testing/index.ts";
import { passingItems, resetItem, runStage, valueItem } from "../testing/run-stage.ts";
import { window } from "./window.ts";

const hand = (seed: number) => valueItem({ landmarks: handLandmarks(seed) }, seed);
const noHand = () => valueItem({ landmarks: noHandLandmarks() });
const hands = (count: number) => Array.from({ length: count }, (_, index) => hand(index + 1));

/** The seed of each frame in a window, oldest first; 0 where there is no hand. */
const seeds = (frames: Float32Array) =>
  Array.from(
    { length: frames.length / landmarkFrameLength },
    (_, index) => frames[index * landmarkFrameLength + landmarkFrameLength / 2],
  );

describe("window", () => {
  test("holds exactly the last 32 frames, oldest first, with zeros for the missing", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 80 }), async (count) => {
        const out = await runStage(window({ size: 32, minFrames: 1 }), hands(count));
        for (const [index, item] of out.entries()) {
          if (item.type !== "value") throw new Error("expected values only");
          const expected = Array.from({ length: 32 }, (_, place) => Math.max(0, index + 1 - 31 + place));
          expect(seeds(item.value)).toEqual(expected);
        }
      }),
      { numRuns: 20 },
    );
  });

  test("fills until there are enough frames with a hand", async () => {
    const items = hands(4);
    const out = await runStage(window({ size: 32, minFrames: 3 }), items);
    expect(out.map((item) => (item.type === "status" ? item.status : item.type))).toEqual([
      { state: "filling", frames: 1, needed: 3 },
      { state: "filling", frames: 2, needed: 3 },
      "value",
      "value",
    ]);
    expect(items.map((item) => item.frame.outcomes)).toEqual([["filling"], ["filling"], [], []]);
  });

  test("keeps the place of a frame without a hand, but does not read it", async () => {
    const gap = noHand();
    const out = await runStage(window({ size: 4, minFrames: 1 }), [hand(1), gap, hand(2)]);
    expect(out[1]).toMatchObject({ type: "status", status: { state: "no-hand" } });
    expect(gap.frame.outcomes).toEqual(["no-hand"]);
    expect(out[2]?.type === "value" && seeds(out[2].value)).toEqual([0, 1, 0, 2]);
  });

  test("remembers over three frames without a hand and forgets after four", async () => {
    const after = async (gaps: number) => {
      const items = [...hands(3), ...Array.from({ length: gaps }, noHand), hand(9)];
      return (await runStage(window({ size: 32, minFrames: 3 }), items)).at(-1);
    };
    expect(await after(3)).toMatchObject({ type: "value" });
    expect(await after(4)).toMatchObject({ status: { state: "filling", frames: 1, needed: 3 } });
  });

  test("forgets at a reset", async () => {
    const out = await runStage(window({ size: 4, minFrames: 1 }), [...hands(3), resetItem(), hand(9)]);
    const last = out.at(-1);
    expect(last?.type === "value" && seeds(last.value)).toEqual([0, 0, 0, 9]);
  });

  test("gives each reading a window that later frames leave as it is", async () => {
    const [first, second] = await runStage(window({ size: 4, minFrames: 1 }), hands(2));
    if (first?.type !== "value" || second?.type !== "value") throw new Error("expected two values");
    expect(seeds(first.value)).toEqual([0, 0, 0, 1]);
    expect(seeds(second.value)).toEqual([0, 0, 1, 2]);
  });

  test("passes what is not a value and ends with its source", async () => {
    const items = passingItems();
    expect(await runStage(window({ size: 4, minFrames: 1 }), items)).toEqual(items);
  });
});
