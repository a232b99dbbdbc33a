import { landmarkCount } from "@signify/core";
import { handConnections } from "./hand-connections.ts";
import { type PictureOnCanvas, toCanvasPoint } from "./to-canvas-point.ts";

/** Options of {@link drawHand}. */
export type DrawHandOptions = Pick<PictureOnCanvas, "aspect" | "mirrored"> & {
  /**
   * Landmarks to point out, with the lines between them: rows of `landmarks`. `points` of the event "correction" are such rows of a
   * frame of both hands.
   */
  highlighted?: readonly number[];
  /** Width of the lines in pixels of the canvas. Default: the 240th part of its width, at least 2. */
  lineWidth?: number;
  /** Lines and joints. Default white, on a dark edge that is seen on every skin and every wall. */
  color?: string;
  /** Fingertips. */
  tipColor?: string;
  /** What is pointed out; it is thicker and larger as well, for eyes that see no difference of color. */
  highlightColor?: string;
};

/** A context of a canvas, on the page or not. */
export type DrawingContext = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

const edge = "rgb(8 18 22 / 60%)";

/**
 * Draws the hands of a picture on a canvas that lies over it and has its shape; a hand that is not there (all zeros) is left out. It
 * clears nothing: call `clearRect` before each picture.
 *
 * @param landmarks [21, 3] for one hand or [42, 3] for a frame of both, in picture heights (x · aspect, y down, z · aspect), un-mirrored:
 * as `onHands`, the event "landmarks" and `sendLandmarks` have them
 * @example
 * ```ts
 * recognizeCamera({ …, onHands({ landmarks, aspect }) {
 *   context.clearRect(0, 0, canvas.width, canvas.height);
 *   drawHand(context, landmarks, { aspect, mirrored: true });
 * } });
 * ```
 */
export function drawHand(
  context: DrawingContext,
  landmarks: ArrayLike<number>,
  options: DrawHandOptions = {},
): void {
  const { highlighted = [], color = "#ffffff", tipColor = "#63d4bd", highlightColor = "#ff9500" } = options;
  const { width, height } = context.canvas;
  const unit = options.lineWidth ?? Math.max(2, width / 240);
  const at = (row: number) => toCanvasPoint(landmarks, row, { ...options, width, height });
  const isHighlighted = (row: number) => highlighted.includes(row);
  const strokeLines = (lines: readonly (readonly [number, number])[], lineWidth: number, light: string) => {
    for (const [strokeStyle, times] of [[edge, 2.2] as const, [light, 1] as const]) {
      context.lineWidth = lineWidth * times;
      context.strokeStyle = strokeStyle;
      context.beginPath();
      for (const [from, to] of lines) {
        context.moveTo(...at(from));
        context.lineTo(...at(to));
      }
      context.stroke();
    }
  };

  context.save();
  context.lineCap = "round";
  for (let start = 0; start * 3 < landmarks.length; start += landmarkCount) {
    if (isAbsent(landmarks, start)) continue;
    const lines = handConnections.map(([from, to]) => [start + from, start + to] as const);
    strokeLines(lines, unit, color);
    // The first bone of a finger leads to it from the palm; between two knuckles nothing is pointed out.
    const pointedOut = lines.filter(
      ([from, to]) => isHighlighted(to) && (isHighlighted(from) || (to - start) % 4 === 1),
    );
    if (pointedOut.length > 0) strokeLines(pointedOut, unit * 2.2, highlightColor);
    for (let row = start; row < start + landmarkCount; row++) {
      const isTip = row > start && (row - start) % 4 === 0;
      context.beginPath();
      context.arc(...at(row), unit * ((isTip ? 1.9 : 1.2) + (isHighlighted(row) ? 1.4 : 0)), 0, Math.PI * 2);
      context.fillStyle = isHighlighted(row) ? highlightColor : isTip ? tipColor : color;
      context.fill();
      context.lineWidth = unit * 0.5;
      context.strokeStyle = edge;
      context.stroke();
    }
  }
  context.restore();
}

function isAbsent(landmarks: ArrayLike<number>, start: number): boolean {
  for (let index = start * 3; index < (start + landmarkCount) * 3; index++)
    if (landmarks[index]) return false;
  return true;
}
