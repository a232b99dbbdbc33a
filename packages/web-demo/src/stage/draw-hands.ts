import type { SeenPoints } from "../recognition/recognizer.ts";

/** Neighbors in a hand of 21 landmarks, as MediaPipe numbers them. */
const bones: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 4],
  [0, 5, 6, 7, 8],
  [5, 9, 10, 11, 12],
  [9, 13, 14, 15, 16],
  [13, 17, 18, 19, 20],
  [0, 17],
];
const rows = 21;

/** Orange is seen on skin and beside the other colors; what is marked is thicker and larger as well. */
const markColor = "#ff9500";
const white = "#ffffff";
const dark = "rgb(8 18 22 / 55%)";

/**
 * Draws hands over a picture of `width` × `height` canvas pixels. `marked` are landmarks to point out, rows of the landmark
 * frame: they and the bones that lead to them.
 */
export function drawHands(
  context: CanvasRenderingContext2D,
  seen: SeenPoints | undefined,
  size: { width: number; height: number },
  marked: readonly number[] = [],
): void {
  context.clearRect(0, 0, size.width, size.height);
  if (!seen) return;
  for (const start of [0, rows]) {
    const at = (row: number): [number, number] => [
      ((seen.points[(start + row) * 3] ?? 0) / seen.aspect) * size.width,
      (seen.points[(start + row) * 3 + 1] ?? 0) * size.height,
    ];
    if (isEmpty(seen.points, start)) continue;
    const unit = Math.max(2, size.width / 240);
    context.lineCap = "round";
    context.lineJoin = "round";
    const strokes = (paths: readonly (readonly number[])[], width: number, color: string) => {
      // A dark line under a light one is seen on every skin and every wall.
      for (const [lineWidth, strokeStyle] of [[width * 2.2, dark] as const, [width, color] as const]) {
        context.lineWidth = lineWidth;
        context.strokeStyle = strokeStyle;
        context.beginPath();
        for (const [first = 0, ...others] of paths) {
          context.moveTo(...at(first));
          for (const row of others) context.lineTo(...at(row));
        }
        context.stroke();
      }
    };
    strokes(bones, unit, white);
    const isMarked = (row: number) => marked.includes(start + row);
    const markedBones = bones
      .flatMap((path) => path.slice(1).map((row, index) => [path[index] ?? 0, row]))
      .filter(([from = 0, to = 0]) => isMarked(to) && (isMarked(from) || to % 4 === 1));
    if (markedBones.length > 0) strokes(markedBones, unit * 2.2, markColor);
    for (let row = 0; row < rows; row += 1) {
      const tip = row > 0 && row % 4 === 0;
      context.beginPath();
      context.arc(...at(row), unit * ((tip ? 1.9 : 1.2) + (isMarked(row) ? 1.4 : 0)), 0, Math.PI * 2);
      context.fillStyle = isMarked(row) ? markColor : tip ? "#63d4bd" : white;
      context.fill();
      context.lineWidth = unit * 0.5;
      context.strokeStyle = "rgb(8 18 22 / 70%)";
      context.stroke();
    }
  }
}

function isEmpty(points: ArrayLike<number>, start: number): boolean {
  for (let index = start * 3; index < (start + rows) * 3; index += 1) if (points[index]) return false;
  return true;
}
