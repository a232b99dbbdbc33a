import { describe, expect, test } from "bun:test";
import { readLandmarks } from "../frames/read-landmarks.ts";
import { type MediaPipeResult, toHands } from "./to-hands.ts";

const size = { width: 640, height: 480 };
const points = (x: number) => Array.from({ length: 21 }, (_, point) => ({ x, y: point / 32, z: -0.25 }));
const side = (categoryName: string, score = 0.75) => [{ categoryName, score }];
const one = (categoryName: string): MediaPipeResult => ({
  landmarks: [points(0.5)],
  handedness: [side(categoryName)],
});
const left = (frame: Float32Array) => [...frame.subarray(0, 63)];
const right = (frame: Float32Array) => [...frame.subarray(63)];
const zeros = Array<number>(63).fill(0);

describe("toHands", () => {
  test("x and z in picture widths become picture heights, y stays", () => {
    const frame = toHands(one("Right"), size);
    expect(right(frame).slice(3, 6)).toEqual([Math.fround((0.5 * 4) / 3), 1 / 32, Math.fround(-1 / 3)]);
    expect(left(frame)).toEqual(zeros);
    expect([...readLandmarks(frame)]).toEqual([...frame]);
  });

  test("a left hand is in the first 21 rows, no hand is zeros", () => {
    expect(left(toHands(one("Left"), size))).toEqual(right(toHands(one("Right"), size)));
    expect([...toHands({ landmarks: [], handedness: [] }, size)]).toEqual([...zeros, ...zeros]);
  });

  test("the older name of handedness does", () => {
    const { landmarks, handedness = [] } = one("Left");
    expect(toHands({ landmarks, handednesses: handedness }, size)).toEqual(toHands(one("Left"), size));
  });

  test("of two hands that are said to be the same one, the surer keeps its place", () => {
    const landmarks = [points(0.25), points(0.75)];
    const frame = toHands({ landmarks, handedness: [side("Right", 0.6), side("Right", 0.9)] }, size);
    expect([left(frame)[0], right(frame)[0]]).toEqual([Math.fround(1 / 3), 1]);
  });

  test("a mirrored picture gives the hands of the picture itself", () => {
    const mirrored = { landmarks: [points(0.75)], handedness: [side("Left")] };
    const plain = { landmarks: [points(0.25)], handedness: [side("Right")] };
    for (const [index, value] of toHands(mirrored, { ...size, mirrored: true }).entries())
      expect(value).toBeCloseTo(toHands(plain, size)[index] ?? Number.NaN, 6);
  });

  test.each<[string, MediaPipeResult]>([
    ["the result of another package", { multiHandLandmarks: [points(0.5)] } as never],
    ["nothing", undefined as never],
    ["points of another model", { landmarks: [points(0.5).slice(1)], handedness: [side("Left")] }],
    ["no handedness", { landmarks: [points(0.5)] }],
    ["a number that is none", { landmarks: [points(Number.NaN)], handedness: [side("Left")] }],
  ])("refuses %s, and says what it takes", (_, result) => {
    expect(() => toHands(result, size)).toThrow(
      expect.objectContaining({ code: "bad-frame", message: expect.stringContaining("HandLandmarker") }),
    );
  });

  test("refuses a video that has no size yet", () => {
    expect(() => toHands(one("Right"), { width: 0, height: 0 })).toThrow("width and height");
  });
});
