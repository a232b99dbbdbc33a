/** Rows of one hand in a landmark frame. */
const rows = 21;

/** The hand's box in shares of the picture: 0 left or top, 1 right or bottom. */
export type HandBox = { left: number; top: number; right: number; bottom: number };

/**
 * The boxes around the hands of a landmark frame [42, 3] in picture heights, the taller first.
 * `aspect` is the picture's width / height.
 */
export function handBoxes(landmarks: ArrayLike<number>, aspect: number): HandBox[] {
  const boxes: HandBox[] = [];
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
    if (!empty) boxes.push(box);
  }
  return boxes.sort((one, other) => other.bottom - other.top - (one.bottom - one.top));
}
