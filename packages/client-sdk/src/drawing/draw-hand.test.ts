import { expect, test } from "bun:test";
import { type DrawHandOptions, type DrawingContext, drawHand } from "./draw-hand.ts";
import { handConnections } from "./hand-connections.ts";
import { toCanvasPoint } from "./to-canvas-point.ts";

const size = { width: 480, height: 360 };

/** Draws, and answers what was asked of the canvas. */
function draw(landmarks: ArrayLike<number>, options?: DrawHandOptions) {
  const calls: [name: string, ...values: unknown[]][] = [];
  const context = new Proxy({} as DrawingContext, {
    get: (_, name) =>
      name === "canvas" ? size : (...values: unknown[]) => calls.push([String(name), ...values]),
    set(_, name, value) {
      calls.push([String(name), value]);
      return true;
    },
  });
  drawHand(context, landmarks, options);
  return { calls, of: (name: string) => calls.filter(([called]) => called === name) };
}

/** A landmark frame with hands in these slots, all of whose points are at one place in picture heights. */
function hands(x: number, y: number, ...slots: (0 | 1)[]): Float32Array {
  const points = new Float32Array(126);
  for (const slot of slots)
    for (let row = 0; row < 21; row += 1) points.set([x, y, 0], (slot * 21 + row) * 3);
  return points;
}

test("draws nothing without a hand, and clears nothing", () => {
  const { calls, of } = draw(new Float32Array(126));
  expect([of("stroke"), of("fill"), of("clearRect")]).toEqual([[], [], []]);
  expect(calls.map(([name]) => name)).toEqual(["save", "lineCap", "restore"]);
});

test("points are where they are in the picture, in the canvas's pixels, mirrored if that is wanted", () => {
  const places = (options?: DrawHandOptions) =>
    draw(hands(1 / 3, 0.25, 1), options)
      .of("arc")
      .map(([, x, y]) => [Math.round(Number(x)), Math.round(Number(y))]);
  expect(places()).toEqual(Array.from({ length: 21 }, () => [120, 90]));
  expect(places({ mirrored: true })[0]).toEqual([360, 90]);
  // Half as wide a picture, stretched over the same canvas.
  expect(places({ aspect: 2 / 3 })[0]).toEqual([240, 90]);
});

test("a hand is its 21 connections twice, dark under light, and its 21 points", () => {
  const one = draw(hands(0.5, 0.5, 0));
  expect(one.of("lineTo")).toHaveLength(2 * 21);
  expect(one.of("arc")).toHaveLength(21);
  expect(draw(hands(0.5, 0.5, 0, 1)).of("arc")).toHaveLength(42);
  expect(draw(hands(0.5, 0.5, 0).subarray(0, 63)).calls).toEqual(one.calls);
});

test("a highlighted finger is drawn once more, thicker, with larger points, on the hand that is meant", () => {
  const radii = (drawn: ReturnType<typeof draw>) => drawn.of("arc").map(([, , , radius]) => Number(radius));
  const plain = draw(hands(0.5, 0.5, 1));
  // The ring finger of the right hand; the bone that leads to it, and none across the knuckles.
  const ring = [34, 35, 36, 37];
  const highlighted = draw(hands(0.5, 0.5, 1), { highlighted: ring });
  expect(highlighted.of("lineTo")).toHaveLength(plain.of("lineTo").length + 2 * 4);
  const larger = radii(highlighted).map((radius, row) => radius > (radii(plain)[row] ?? 0));
  expect(larger.flatMap((is, row) => (is ? [row] : []))).toEqual([13, 14, 15, 16]);
  expect(draw(hands(0.5, 0.5, 0), { highlighted: ring }).calls).toEqual(draw(hands(0.5, 0.5, 0)).calls);
});

test("colors and width are the app's if it names them, and the context is left as it was", () => {
  const drawn = draw(hands(0.5, 0.5, 1), { color: "red", tipColor: "lime", lineWidth: 5, highlighted: [41] });
  expect(new Set(drawn.of("fillStyle").map(([, color]) => color))).toEqual(
    new Set(["red", "lime", "#ff9500"]),
  );
  expect(drawn.of("lineWidth")).toContainEqual(["lineWidth", 5]);
  expect([drawn.calls.at(0), drawn.calls.at(-1)]).toEqual([["save"], ["restore"]]);
});

test("handConnections join all 21 landmarks, each finger from the palm to its tip", () => {
  expect(handConnections).toHaveLength(21);
  expect(new Set(handConnections.flat()).size).toBe(21);
  for (const tip of [4, 8, 12, 16, 20])
    for (const joint of [tip - 2, tip - 1, tip]) expect(handConnections).toContainEqual([joint - 1, joint]);
});

test("toCanvasPoint divides by the picture's aspect, not by the canvas's", () => {
  const landmarks = [0.8, 0.5, 0];
  expect(toCanvasPoint(landmarks, 0, { width: 320, height: 200 })).toEqual([160, 100]);
  expect(toCanvasPoint(landmarks, 0, { width: 100, height: 100, aspect: 1.6 })).toEqual([50, 50]);
  expect(toCanvasPoint(landmarks, 0, { width: 100, height: 100, aspect: 3.2, mirrored: true })).toEqual([
    75, 50,
  ]);
});
