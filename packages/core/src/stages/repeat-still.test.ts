import { describe, expect, test } from "bun:test";
import { landmarkFrameLength } from "../landmarks/landmark-frame.ts";
import { handLandmarks, noHandLandmarks } from "../testing/index.ts";
import { passingItems, runStage, valueItem } from "../testing/run-stage.ts";
import { repeatStill } from "./repeat-still.ts";

describe("repeatStill", () => {
  test("makes a whole window of one picture, and remembers none", async () => {
    const items = [1, 2].map((seed) => valueItem({ landmarks: handLandmarks(seed) }));
    const out = await runStage(repeatStill({ size: 3 }), items);
    for (const [index, item] of out.entries()) {
      if (item.type !== "value") throw new Error("expected values only");
      expect(item.value.length).toBe(3 * landmarkFrameLength);
      for (let frame = 0; frame < 3; frame++) {
        const start = frame * landmarkFrameLength;
        const repeated = Array.from(item.value.subarray(start, start + landmarkFrameLength));
        expect(repeated).toEqual(Array.from(handLandmarks(index + 1)));
      }
    }
  });

  test("says so of a picture without a hand", async () => {
    const item = valueItem({ landmarks: noHandLandmarks() });
    const [out] = await runStage(repeatStill({ size: 3 }), [item]);
    expect(out).toMatchObject({ type: "status", status: { state: "no-hand" } });
    expect(item.frame.outcomes).toEqual(["no-hand"]);
  });

  test("passes what is not a value and ends with its source", async () => {
    const items = passingItems();
    expect(await runStage(repeatStill({ size: 3 }), items)).toEqual(items);
  });
});
