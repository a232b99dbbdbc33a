import { describe, expect, test } from "bun:test";
import { channelFirst, channelFirstShape, channelFirstWeights } from "./layout.ts";

describe("layout", () => {
  test("moves the channels of a picture to the front and leaves other shapes", () => {
    expect(channelFirstShape([1, 192, 100, 3])).toEqual([1, 3, 192, 100]);
    expect(channelFirstShape([1, 63])).toEqual([1, 63]);
  });

  test("moves axes along, also those counted from the end", () => {
    expect([0, 1, 2, 3, -1].map((axis) => channelFirst(axis, 4))).toEqual([0, 2, 3, 1, 1]);
    expect([1, -1].map((axis) => channelFirst(axis, 3))).toEqual([1, 2]);
  });

  test("transposes the weights of a convolution", () => {
    const values = Float32Array.from({ length: 2 * 1 * 2 * 3 }, (_, index) => index);
    const moved = channelFirstWeights([2, 1, 2, 3], values, false);
    expect(moved.shape).toEqual([2, 3, 1, 2]);
    expect([...moved.values]).toEqual([0, 3, 1, 4, 2, 5, 6, 9, 7, 10, 8, 11]);
  });

  test("transposes the weights of a depthwise convolution", () => {
    const values = Float32Array.from({ length: 2 * 2 * 3 }, (_, index) => index);
    const moved = channelFirstWeights([1, 2, 2, 3], values, true);
    expect(moved.shape).toEqual([3, 1, 2, 2]);
    expect([...moved.values]).toEqual([0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11]);
  });
});
