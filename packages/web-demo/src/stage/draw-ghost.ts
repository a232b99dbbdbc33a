import { toCanvasPoint } from "@signify/client-sdk/drawing";

/** Parts of a hand as paths along MediaPipe's landmarks, with their widths in palm lengths. The palm is filled. */
const parts = [
  { path: [0, 5, 9, 13, 17], width: 0.28, filled: true },
  { path: [0, 1, 2, 3, 4], width: 0.26, filled: false },
  { path: [5, 6, 7, 8], width: 0.23, filled: false },
  { path: [9, 10, 11, 12], width: 0.23, filled: false },
  { path: [13, 14, 15, 16], width: 0.22, filled: false },
  { path: [17, 18, 19, 20], width: 0.2, filled: false },
] as const;

const fill = "#8ae4d1";
const outline = "#06231e";

/** Options of {@link drawGhost}: its points as `placeGhost` gives them, and the length of its palm in picture heights. */
export type DrawGhostOptions = { points: ArrayLike<number>; palm: number; aspect: number };

/** Draws a hand as a solid shape of fingers with outlines, the near ones over the far ones. */
export function drawGhost(
  context: CanvasRenderingContext2D,
  { points, palm, aspect }: DrawGhostOptions,
  { width, height }: { width: number; height: number },
): void {
  const at = (row: number) => toCanvasPoint(points, row, { width, height, aspect });
  const nearness = ({ path }: { path: readonly number[] }) =>
    path.reduce((sum, row) => sum + (points[row * 3 + 2] ?? 0), 0) / path.length;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.fillStyle = fill;
  for (const part of parts.toSorted((one, other) => nearness(one) - nearness(other))) {
    const [first, ...others] = part.path;
    context.beginPath();
    context.moveTo(...at(first));
    for (const row of others) context.lineTo(...at(row));
    if (part.filled) context.closePath();
    const width = part.width * palm * height;
    for (const [lineWidth, strokeStyle] of [[width + 5, outline] as const, [width, fill] as const]) {
      context.lineWidth = lineWidth;
      context.strokeStyle = strokeStyle;
      context.stroke();
    }
    if (part.filled) context.fill();
  }
}
