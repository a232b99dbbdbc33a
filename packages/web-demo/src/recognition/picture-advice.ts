/** Why no hand, or no good hand, may be found; the most likely reason only. */
export type PictureAdvice = "dark" | "bright" | "too-close" | "too-far" | "out-of-picture" | "no-hand";

/** Rows of one hand in a landmark frame. */
const rows = 21;

/** The hand's box in shares of the picture: 0 left or top, 1 right or bottom. */
export type HandBox = { left: number; top: number; right: number; bottom: number };

/**
 * The box around the larger hand of a landmark frame [42, 3] in picture heights, or `undefined` without a hand.
 * `aspect` is the picture's width / height.
 */
export function handBox(landmarks: ArrayLike<number>, aspect: number): HandBox | undefined {
  let largest: HandBox | undefined;
  for (const start of [0, rows]) {
    const box: HandBox = { left: 1e9, top: 1e9, right: -1e9, bottom: -1e9 };
    let empty = true;
    for (let row = start; row < start + rows; row += 1) {
      const x = (landmarks[row * 3] ?? 0) / aspect;
      const y = landmarks[row * 3 + 1] ?? 0;
      if (x !== 0 || y !== 0) empty = false;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
    if (!empty && (!largest || box.bottom - box.top > largest.bottom - largest.top)) largest = box;
  }
  return largest;
}

/**
 * What to tell the learner. `brightness` is the picture's mean luma, 0..255; `box` is where the hand is, or was last
 * (`seen: false`); nothing is said of a hand that is well in the picture.
 */
export function pictureAdvice(options: {
  brightness: number | undefined;
  box: HandBox | undefined;
  seen: boolean;
}): PictureAdvice | undefined {
  const { brightness, box, seen } = options;
  if (box && (seen || touchesEdge(box))) {
    const height = box.bottom - box.top;
    const width = box.right - box.left;
    if (height > 0.9 || width > 0.9) return "too-close";
    if (touchesEdge(box)) return "out-of-picture";
    if (seen && Math.max(height, width) < 0.12) return "too-far";
  }
  if (seen) return undefined;
  if (brightness !== undefined && brightness < 45) return "dark";
  if (brightness !== undefined && brightness > 225) return "bright";
  return "no-hand";
}

function touchesEdge(box: HandBox): boolean {
  return box.left < -0.01 || box.top < -0.01 || box.right > 1.01 || box.bottom > 1.01;
}

/** Mean luma (0..255, Rec. 601) of RGBA pixels. */
export function meanLuma(rgba: ArrayLike<number>): number {
  let sum = 0;
  const pixels = rgba.length / 4;
  for (let index = 0; index < rgba.length; index += 4) {
    sum += 0.299 * (rgba[index] ?? 0) + 0.587 * (rgba[index + 1] ?? 0) + 0.114 * (rgba[index + 2] ?? 0);
  }
  return pixels === 0 ? 0 : sum / pixels;
}
