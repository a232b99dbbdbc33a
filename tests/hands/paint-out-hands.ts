import type { RgbaImage } from "@signify/vision/hands";

/** A box in pixels; right and bottom are the first column and row outside. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** How to fill the place of a hand: "wall" draws the picture's top edge color, "across" blends from left to right. */
export type Paint = "wall" | "across";

/** The box around landmarks, enlarged by a share of its longer side. @param points x and y in pixels */
export function boxAround(
  points: readonly { x: number; y: number }[],
  image: RgbaImage,
  margin: number,
): Box {
  const columns = points.map(({ x }) => x);
  const rows = points.map(({ y }) => y);
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  const edge = margin * Math.max(right - left, bottom - top);
  return {
    left: Math.max(0, Math.floor(left - edge)),
    top: Math.max(0, Math.floor(top - edge)),
    right: Math.min(image.width, Math.ceil(right + edge)),
    bottom: Math.min(image.height, Math.ceil(bottom + edge)),
  };
}

/** A copy of a picture with boxes painted over. */
export function paintOut(image: RgbaImage, boxes: readonly Box[], paint: Paint): RgbaImage {
  const data = Uint8Array.from(image.data);
  for (const box of boxes) {
    for (let channel = 0; channel < 3; channel++) {
      const wall = wallValue(image, channel);
      for (let y = box.top; y < box.bottom; y++) {
        const row = y * image.width;
        const before = image.data[4 * (row + Math.max(0, box.left - 1)) + channel] ?? 0;
        const after = image.data[4 * (row + Math.min(image.width - 1, box.right)) + channel] ?? 0;
        for (let x = box.left; x < box.right; x++) {
          const share = (x - box.left) / (box.right - box.left);
          const value = paint === "wall" ? wall : before + share * (after - before);
          data[4 * (row + x) + channel] = value;
        }
      }
    }
  }
  return { ...image, data };
}

/** The median of one channel along the picture's top rows. */
function wallValue({ data, width }: RgbaImage, channel: number): number {
  const values = Array.from({ length: 6 * width }, (_, pixel) => data[4 * pixel + channel] ?? 0);
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
