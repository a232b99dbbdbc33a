import { describe, expect, test } from "bun:test";
import { palmAnchorCount } from "../../networks/hand-models.ts";
import { decodePalms } from "./decode-palms.ts";

/** Outputs of the palm network with one palm at the first anchor, at (4, 4) of the input. */
function outputs(logit: number): { boxes: Float32Array; scores: Float32Array } {
  const boxes = new Float32Array(18 * palmAnchorCount);
  boxes.set([92, 44, 48, 24, 96, 96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -4, -4]);
  const scores = new Float32Array(palmAnchorCount).fill(-20);
  scores[0] = logit;
  return { boxes, scores };
}

describe("decodePalms", () => {
  test("gives the box as corners and the points, in units of the input", () => {
    const { boxes, scores } = outputs(0);
    const [palm, ...others] = decodePalms(boxes, scores, 0.5);
    expect(others).toEqual([]);
    expect(palm?.score).toBe(0.5);
    const expected = [72, 36, 120, 60, 100, 100].map((pixels) => pixels / 192);
    for (const [index, value] of expected.entries()) expect(palm?.coordinates[index]).toBeCloseTo(value, 6);
    expect(palm?.coordinates[16]).toBeCloseTo(0, 6);
  });

  test("counts in the square around a smaller input", () => {
    const boxes = new Float32Array(18 * palmAnchorCount);
    const scores = new Float32Array(palmAnchorCount).fill(-20);
    scores[0] = 0;
    const [palm] = decodePalms(boxes, scores, 0.5, { width: 128, height: 96 });
    expect([...(palm?.coordinates.subarray(4, 6) ?? [])]).toEqual([4 / 128, (16 + 4) / 128]);
  });

  test("leaves out palms below the score", () => {
    const { boxes, scores } = outputs(-0.001);
    expect(decodePalms(boxes, scores, 0.5)).toEqual([]);
    expect(decodePalms(boxes, scores, 0.3).length).toBe(1);
  });

  test("leaves out scores that are no numbers", () => {
    const { boxes, scores } = outputs(Number.NaN);
    expect(decodePalms(boxes, scores, 0.5)).toEqual([]);
  });
});
