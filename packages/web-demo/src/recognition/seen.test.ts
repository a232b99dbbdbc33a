import { expect, test } from "bun:test";
import type { Reading } from "./recognizer.ts";
import { forgetReading, nothingSeen, remember } from "./seen.ts";

const reading: Reading = {
  letter: "A",
  probability: 0.9,
  target: "A",
  targetProbability: 0.9,
  verdict: "shown",
  capturedAt: 1000,
};
const points = { points: [0.2, 0.4, 0, 0.6, 0.8, 0].concat(Array(120).fill(0)), aspect: 2 };

test("a reading is remembered with the time that it took", () => {
  const seen = remember(nothingSeen, { type: "reading", reading }, 1080);
  expect(seen).toMatchObject({ reading, delay: 80 });
  expect(forgetReading(seen)).toEqual(nothingSeen);
});

test("a reading lasts while the hand is there", () => {
  const read = remember(nothingSeen, { type: "reading", reading }, 1080);
  const tracking = remember(read, { type: "hands", state: "tracking" }, 1100);
  expect(tracking).toMatchObject({ reading, hands: "tracking" });
  const gone = remember(tracking, { type: "hands", state: "no-hand" }, 1200);
  expect(gone).toEqual({ ...nothingSeen, hands: "no-hand" });
});

test("where the hand was is remembered when it is gone", () => {
  const there = remember(nothingSeen, { type: "points", points }, 0);
  expect(there.inPicture).toBe(true);
  expect(there.box?.right).toBeCloseTo(0.3);
  const gone = remember(there, { type: "points", points: undefined }, 40);
  expect(gone).toEqual({ ...there, inPicture: false });
});

test("a second hand is noticed, and forgotten when it is gone", () => {
  const second = { ...points, points: points.points.slice(0, 63).concat(points.points.slice(0, 63)) };
  const both = remember(nothingSeen, { type: "points", points: second }, 0);
  expect(both.twoHands).toBe(true);
  expect(remember(nothingSeen, { type: "points", points: { ...points, moreHands: true } }, 0).twoHands).toBe(
    true,
  );
  expect(remember(both, { type: "points", points }, 40).twoHands).toBe(false);
  expect(remember(both, { type: "points", points: undefined }, 40).twoHands).toBe(false);
});

test("other events change nothing", () => {
  const seen = remember(nothingSeen, { type: "reading", reading }, 1080);
  expect(remember(seen, { type: "frame" }, 2000)).toBe(seen);
  expect(remember(seen, { type: "link", link: "lost" }, 2000)).toBe(seen);
});
