import type { Region } from "@signify/core";

/** An angle brought into −π … π. */
export function normalizeAngle(radians: number): number {
  return radians - 2 * Math.PI * Math.floor((radians + Math.PI) / (2 * Math.PI));
}

/**
 * The rotation that turns the direction (x, y), y down, to the target angle (counted against the clock from the
 * x axis, as MediaPipe does; π/2 is up).
 *
 * Source: MediaPipe's `detections_to_rects_calculator`.
 */
export function rotationTowards(x: number, y: number, targetAngle: number): number {
  return normalizeAngle(targetAngle - Math.atan2(-y, x));
}

/**
 * A box made into a rotated square: the longer side times `scale`, moved along its own height by `shift`.
 *
 * Source: MediaPipe's `rect_transformation_calculator` with `square_long`.
 */
export function orientedSquare(
  center: { x: number; y: number },
  width: number,
  height: number,
  rotation: number,
  scale: number,
  shift: number,
): Region {
  return {
    centerX: center.x - height * shift * Math.sin(rotation),
    centerY: center.y + height * shift * Math.cos(rotation),
    size: Math.max(width, height) * scale,
    rotation,
  };
}

/** Whether a region can be sampled at all: finite, of a sensible size, and its center not far outside the picture. */
export function isUsableRegion({ centerX, centerY, size, rotation }: Region, aspect: number): boolean {
  if (!Number.isFinite(rotation) || !(size > minSize) || !(size < maxSize * Math.max(1, aspect)))
    return false;
  const margin = size / 2;
  return centerX > -margin && centerX < aspect + margin && centerY > -margin && centerY < 1 + margin;
}

/** In picture heights: a hand of a few pixels at the least, and one that reaches well beyond the picture at most. */
const minSize = 0.005;
const maxSize = 6;

/** How much two regions cover the same place: intersection over union of their squares, rotation left aside. */
export function regionOverlap(first: Region, second: Region): number {
  const reach = (first.size + second.size) / 2;
  const smaller = Math.min(first.size, second.size);
  const width = Math.min(smaller, reach - Math.abs(first.centerX - second.centerX));
  const height = Math.min(smaller, reach - Math.abs(first.centerY - second.centerY));
  if (!(width > 0 && height > 0)) return 0;
  const shared = width * height;
  return shared / (first.size ** 2 + second.size ** 2 - shared);
}
