import type { Region } from "@signify/core";
import type { PalmDetection } from "./palm-detection.ts";

/**
 * A palm from the palm network's input, in 0..1 of it, back to the picture, in picture heights. Its points turn with
 * the square that the input was sampled from; its box moves with its middle but stays upright, which is all that
 * `regionFromPalm` asks of it.
 */
export function projectPalm({ score, coordinates }: PalmDetection, square: Region): PalmDetection {
  const cos = Math.cos(square.rotation);
  const sin = Math.sin(square.rotation);
  const x = (u: number, v: number) => square.centerX + square.size * ((u - 0.5) * cos - (v - 0.5) * sin);
  const y = (u: number, v: number) => square.centerY + square.size * ((u - 0.5) * sin + (v - 0.5) * cos);

  const projected = new Float32Array(coordinates.length);
  for (let index = 4; index < coordinates.length; index += 2) {
    const u = coordinates[index] ?? 0;
    const v = coordinates[index + 1] ?? 0;
    projected[index] = x(u, v);
    projected[index + 1] = y(u, v);
  }
  const [left = 0, top = 0, right = 0, bottom = 0] = coordinates;
  const centerX = x((left + right) / 2, (top + bottom) / 2);
  const centerY = y((left + right) / 2, (top + bottom) / 2);
  const halfWidth = (square.size * (right - left)) / 2;
  const halfHeight = (square.size * (bottom - top)) / 2;
  projected.set([centerX - halfWidth, centerY - halfHeight, centerX + halfWidth, centerY + halfHeight]);
  return { score, coordinates: projected };
}
