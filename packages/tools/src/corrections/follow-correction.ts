import type { CorrectionKey } from "@signify/core";
import {
  between,
  correctionParts,
  type HandPoints,
  inPalm,
  lengthOf,
  type PalmFrame,
  palmFrame,
  pointOf,
  scaled,
  sum,
  type Vector,
} from "@signify/core/correction";
import { boneStart, type UsualHand } from "./usual-hands.ts";

/**
 * The hand after a correction was followed to the letter. The bones of the fingers or the thumb that it names take the directions
 * that they usually have in the palm, and keep their lengths (forward kinematics); where it is about the whole hand, that
 * turns about the wrist to how the palm usually lies. Everything else stays.
 */
export function followCorrection(points: HandPoints, key: CorrectionKey, usual: UsualHand): HandPoints {
  const palm = palmFrame(points);
  if (!palm) return points;
  const { part, points: concerned } = correctionParts(key);
  return part === "hand"
    ? turned(points, palm, usual.palm)
    : withBones(points, palm, usual.bones, new Set(concerned));
}

/** The finger's root is part of the palm and stays. */
function withBones(
  points: HandPoints,
  palm: PalmFrame,
  bones: readonly Vector[],
  concerned: ReadonlySet<number>,
): HandPoints {
  const moved: Vector[] = [...points];
  for (const [number, point] of points.entries()) {
    if (!concerned.has(number) || number % 4 === 1) continue;
    const start = boneStart(number);
    const length = lengthOf(between(pointOf(points, start), point));
    const direction = outOfPalm(palm, bones[number] ?? [0, 0, 0]);
    moved[number] = sum(pointOf(moved, start), scaled(direction, length));
  }
  return moved;
}

function turned(points: HandPoints, from: PalmFrame, to: PalmFrame): HandPoints {
  const wrist = pointOf(points, 0);
  return points.map((point) => sum(wrist, outOfPalm(to, inPalm(from, between(wrist, point)))));
}

/** A direction along the palm's axes as one of the picture. */
function outOfPalm({ side, up, out }: PalmFrame, [across, along, above]: Vector): Vector {
  return sum(sum(scaled(side, across), scaled(up, along)), scaled(out, above));
}
