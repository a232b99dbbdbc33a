import { expect, test } from "bun:test";
import { middleOfSquare } from "./middle-of-square.ts";

test("copies the middle rows and columns of each color", () => {
  const square = Float32Array.from({ length: 3 * 4 * 4 }, (_, index) => index);
  const flat = new Float32Array(3 * 4 * 2);
  middleOfSquare(square, { width: 4, height: 2 }, flat);
  expect([...flat]).toEqual(
    [4, 20, 36].flatMap((from) => Array.from({ length: 8 }, (_, index) => from + index)),
  );
  const tall = new Float32Array(3 * 2 * 4);
  middleOfSquare(square, { width: 2, height: 4 }, tall);
  expect([...tall.subarray(0, 8)]).toEqual([1, 2, 5, 6, 9, 10, 13, 14]);
});
