import { expect, test } from "bun:test";
import { drawHands } from "./draw-hands.ts";

const size = { width: 480, height: 360 };

/** Draws, and answers what was asked of the canvas. */
function draw(points: Float32Array | undefined, marked: readonly number[] = []) {
  const calls: [name: string, ...values: unknown[]][] = [];
  const context = new Proxy({} as CanvasRenderingContext2D, {
    get:
      (_, name) =>
      (...values: unknown[]) =>
        calls.push([String(name), ...values]),
    set: () => true,
  });
  drawHands(context, points && { points, aspect: 4 / 3 }, size, marked);
  return { calls, of: (name: string) => calls.filter(([called]) => called === name) };
}

/** A landmark frame with hands in these slots, all of whose points are at one place in picture heights. */
function hands(x: number, y: number, ...slots: (0 | 1)[]): Float32Array {
  const points = new Float32Array(126);
  for (const slot of slots)
    for (let row = 0; row < 21; row += 1) points.set([x, y, 0], (slot * 21 + row) * 3);
  return points;
}

test("no hand leaves a canvas that is clear", () => {
  expect(draw(undefined).calls).toEqual([["clearRect", 0, 0, 480, 360]]);
  expect(draw(new Float32Array(126)).calls).toEqual([["clearRect", 0, 0, 480, 360]]);
});

test("points are where they are in the picture, in the canvas's pixels", () => {
  const drawn = draw(hands(2 / 3, 0.25, 1));
  const places = drawn.of("arc").map(([, x, y]) => [Math.round(Number(x)), Math.round(Number(y))]);
  expect(places).toEqual(Array.from({ length: 21 }, () => [240, 90]));
});

test("a hand is its 21 bones twice, dark under light, and its 21 points", () => {
  const one = draw(hands(0.5, 0.5, 0));
  expect(one.of("lineTo")).toHaveLength(2 * 21);
  expect(one.of("arc")).toHaveLength(21);
  expect(draw(hands(0.5, 0.5, 0, 1)).of("arc")).toHaveLength(42);
});

test("a marked finger is drawn once more, thicker, with larger points, on the hand that is meant", () => {
  const radii = (drawn: ReturnType<typeof draw>) => drawn.of("arc").map(([, , , radius]) => Number(radius));
  const plain = draw(hands(0.5, 0.5, 1));
  // The ring finger of the right hand; the bones between its four landmarks, and no bone across the knuckles.
  const marked = draw(hands(0.5, 0.5, 1), [34, 35, 36, 37]);
  expect(marked.of("lineTo")).toHaveLength(plain.of("lineTo").length + 2 * 3 + 2);
  const larger = radii(marked).map((radius, row) => radius > (radii(plain)[row] ?? 0));
  expect(larger.flatMap((is, row) => (is ? [row] : []))).toEqual([13, 14, 15, 16]);
  expect(draw(hands(0.5, 0.5, 0), [34, 35, 36, 37]).calls).toEqual(draw(hands(0.5, 0.5, 0)).calls);
});
