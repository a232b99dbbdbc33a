import type { HandBox } from "./hand-box.ts";

/** Why no hand, or no good hand, may be found; the most likely reason only. */
export type PictureAdvice = "dark" | "bright" | "too-close" | "too-far" | "out-of-picture" | "no-hand";

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
