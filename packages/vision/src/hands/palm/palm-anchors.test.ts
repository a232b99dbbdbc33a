import { describe, expect, test } from "bun:test";
import { palmAnchorCount } from "../../networks/hand-models.ts";
import { createPalmAnchors } from "./palm-anchors.ts";

describe("createPalmAnchors", () => {
  test("covers the fine grid twice, then the coarse one six times", () => {
    const anchors = createPalmAnchors();
    expect(anchors.length).toBe(2 * palmAnchorCount);
    expect([...anchors.subarray(0, 6)]).toEqual(
      [0.5 / 24, 0.5 / 24, 0.5 / 24, 0.5 / 24, 1.5 / 24, 0.5 / 24].map(Math.fround),
    );
    const coarse = 2 * (2 * 24 * 24);
    expect([...anchors.subarray(coarse, coarse + 14)]).toEqual(
      [...new Array(12).fill(0.5 / 12), 1.5 / 12, 0.5 / 12].map(Math.fround),
    );
  });

  test("are for a smaller input the ones of its square that lie in it", () => {
    const shape = { width: 192, height: 160 };
    const inside = (anchors: Float32Array) =>
      Array.from({ length: anchors.length / 2 }, (_, index) => [
        ...anchors.subarray(2 * index, 2 * index + 2),
      ]).filter(([, y = 0]) => y > 16 / 192 && y < 176 / 192);
    const anchors = createPalmAnchors(shape);
    expect(anchors.length).toBe(2 * (2 * 24 * 20 + 6 * 12 * 10));
    expect(inside(anchors).length).toBe(anchors.length / 2);
    expect(inside(anchors)).toEqual(inside(createPalmAnchors()));
  });

  test("stays inside the input", () => {
    expect(createPalmAnchors().every((coordinate) => coordinate > 0 && coordinate < 1)).toBe(true);
  });
});
