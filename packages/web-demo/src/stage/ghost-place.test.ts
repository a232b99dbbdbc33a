import { expect, test } from "bun:test";
import { createGhostFollower, placeGhost } from "./ghost-place.ts";

/** A frame with one hand whose wrist is at y = 0.8 and whose knuckles are at y = 0.8 - palm, around x. */
function frame(x: number, palm: number, slot: 0 | 1) {
  const points = new Float32Array(126);
  for (let row = 0; row < 21; row += 1)
    points.set([x, row === 0 ? 0.8 : 0.8 - palm, 0], (slot * 21 + row) * 3);
  return { points, aspect: 4 / 3 };
}

/** A model: wrist below, knuckles from the little finger at the left to the index finger at the right. */
function model() {
  const points = new Float32Array(63);
  for (const [row, x, y] of [[0, 0, -0.6] as const, [5, 0.3, 0.4] as const, [17, -0.3, 0.4] as const]) {
    points.set([x, y, 0], row * 3);
  }
  points.set([0, 0.4, 0], 9 * 3);
  points.set([-0.1, 0.4, 0], 13 * 3);
  points.set([0.3, 1.4, 0.2], 8 * 3);
  return points;
}

test("without a hand the ghost stands in the middle, and where the hand was once it is lost", () => {
  const follower = createGhostFollower();
  expect(follower.follow(undefined, 4 / 3).x).toBeCloseTo(2 / 3);
  const seen = follower.follow(frame(0.3, 0.2, 1), 4 / 3);
  expect(follower.follow(undefined, 4 / 3)).toEqual(seen);
});

test("it goes to the hand of either slot, and follows it without trembling", () => {
  for (const slot of [0, 1] as const) {
    const follower = createGhostFollower();
    const first = follower.follow(frame(0.3, 0.2, slot), 4 / 3);
    expect(first.x).toBeCloseTo(0.3);
    expect(first.palm).toBeCloseTo(0.2);
    const next = follower.follow(frame(0.4, 0.2, slot), 4 / 3);
    expect(next.x).toBeCloseTo(0.34);
    for (let picture = 0; picture < 20; picture += 1) follower.follow(frame(0.4, 0.2, slot), 4 / 3);
    expect(follower.follow(frame(0.4, 0.2, slot), 4 / 3).x).toBeCloseTo(0.4, 3);
  }
});

test("a palm that is turned away is as long as before", () => {
  const turned = frame(0.3, 0, 1);
  for (let row = 1; row < 21; row += 1) turned.points[(21 + row) * 3 + 2] = 0.2;
  expect(createGhostFollower().follow(turned, 4 / 3).palm).toBeCloseTo(0.2);
});

test("the model is put over the learner's palm, and a left hand is its mirror image", () => {
  const place = { x: 0.5, y: 0.5, palm: 0.2 };
  const right = placeGhost(model(), place, "right");
  const left = placeGhost(model(), place, "left");
  const at = (points: Float32Array, row: number) => [...points.slice(row * 3, row * 3 + 2)];
  // The palm's length is kept, the tip of the index finger is a palm above its knuckle.
  expect((at(right, 0)[1] ?? 0) - (at(right, 9)[1] ?? 0)).toBeCloseTo(0.2);
  expect((at(right, 5)[1] ?? 0) - (at(right, 8)[1] ?? 0)).toBeCloseTo(0.2);
  expect(at(right, 5)[0]).toBeGreaterThan(at(right, 17)[0] ?? 0);
  for (const row of [0, 5, 8, 9, 13, 17]) {
    expect((at(right, row)[0] ?? 0) + (at(left, row)[0] ?? 0)).toBeCloseTo(1);
    expect(at(left, row)[1]).toBe(at(right, row)[1] ?? 0);
  }
});
