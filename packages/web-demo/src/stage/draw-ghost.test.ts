import { expect, test } from "bun:test";
import { drawGhost } from "./draw-ghost.ts";

/** As a canvas has them: not properties of its own. */
const size = Object.create({ width: 400, height: 300 }) as { width: number; height: number };

/** Draws a hand whose landmarks have these depths, and answers what was asked of the canvas. */
function draw(depths: (row: number) => number) {
  const calls: [name: string, ...values: unknown[]][] = [];
  const context = new Proxy({} as CanvasRenderingContext2D, {
    get:
      (_, name) =>
      (...values: unknown[]) =>
        calls.push([String(name), ...values]),
    set: () => true,
  });
  const points = new Float32Array(63);
  for (let row = 0; row < 21; row += 1) points.set([row / 100, 0.5, depths(row)], row * 3);
  drawGhost(context, { points, palm: 0.2, aspect: 4 / 3 }, size);
  return {
    starts: calls.filter(([name]) => name === "moveTo").map(([, x]) => Math.round(Number(x) / 3)),
  };
}

test("palm, thumb and four fingers are drawn, the near ones last", () => {
  // Starts are rows: 0 the palm and the thumb, then the knuckles.
  expect(draw(() => 0).starts).toEqual([0, 0, 5, 9, 13, 17]);
  expect(draw((row) => (row >= 6 && row <= 8 ? 1 : 0)).starts).toEqual([0, 0, 9, 13, 17, 5]);
  expect(draw((row) => (row >= 18 ? -1 : 0)).starts[0]).toBe(17);
});
