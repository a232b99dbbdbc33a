import { describe, expect, test } from "bun:test";
import { withBlackFrame } from "./black-frame.ts";

const gray = (width: number, height: number, value: number) => ({
  data: new Uint8Array(4 * width * height).fill(value),
  width,
  height,
});

describe("withBlackFrame", () => {
  test("puts one black pixel around the picture", () => {
    const { data, width, height } = withBlackFrame(gray(2, 1, 9));
    expect([width, height]).toEqual([4, 3]);
    const reds = Array.from({ length: 12 }, (_, pixel) => data[4 * pixel]);
    expect(reds).toEqual([0, 0, 0, 0, 0, 9, 9, 0, 0, 0, 0, 0]);
  });

  test("leaves nothing of the picture before it in the frame", () => {
    withBlackFrame(gray(5, 5, 200));
    const { data } = withBlackFrame(gray(2, 2, 9));
    expect(data.length).toBe(4 * 4 * 4);
    expect([...data].every((value) => value === 0 || value === 9)).toBe(true);
  });
});
