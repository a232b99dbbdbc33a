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

/** Draws hands over a picture of `width` × `height` canvas pixels. */
export function drawHands(
  context: CanvasRenderingContext2D,
  seen: SeenPoints | undefined,
  size: { width: number; height: number },
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
    // A dark line under a light one is seen on every skin and every wall.
    for (const [width, color] of [
      [unit * 2.2, "rgb(8 18 22 / 55%)"],
      [unit, "#ffffff"],
    ] as const) {
      context.lineWidth = width;
      context.strokeStyle = color;
      context.beginPath();
      for (const [first = 0, ...others] of bones) {
        context.moveTo(...at(first));
        for (const row of others) context.lineTo(...at(row));
      }
      context.stroke();
    }
    for (let row = 0; row < rows; row += 1) {
      const tip = row > 0 && row % 4 === 0;
      context.beginPath();
      context.arc(...at(row), unit * (tip ? 1.9 : 1.2), 0, Math.PI * 2);
      context.fillStyle = tip ? "#63d4bd" : "#ffffff";
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
