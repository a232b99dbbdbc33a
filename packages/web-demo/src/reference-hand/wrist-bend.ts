import { MathUtils, Vector3 } from "three";
import type { WristPose } from "./types.ts";

/** Where an arm begins to bend, and where it has done so: metres from the wrist's joint towards the elbow. */
const start = -0.006;
const end = 0.04;

/**
 * Bends what lies below the wrist as skin does: points and directions in the wrist's own axes (+z to the elbow, −y out of the palm,
 * +x to the little finger's side). The axis of the arm becomes an arc between `start` and `end`, and straight after it; each slice
 * across it keeps its shape. Above `start` nothing moves.
 */
export function createWristBend({ flex, side }: WristPose): {
  point(point: Vector3): Vector3;
  direction(direction: Vector3, along: number): Vector3;
} {
  const [bent, aside] = [MathUtils.degToRad(flex), MathUtils.degToRad(side)];
  const elbow = new Vector3(
    Math.sin(aside),
    -Math.cos(aside) * Math.sin(bent),
    Math.cos(aside) * Math.cos(bent),
  );
  const toElbow = new Vector3(0, 0, 1);
  const angle = toElbow.angleTo(elbow);
  const axis = new Vector3().crossVectors(toElbow, elbow).normalize();
  const radius = angle > 0 ? (end - start) / angle : 0;
  const outwards = new Vector3().crossVectors(axis, toElbow);

  const turned = (along: number) => angle * MathUtils.clamp((along - start) / (end - start), 0, 1);
  /** The arm's axis at so many metres. */
  const center = (along: number): Vector3 => {
    const by = turned(along);
    const arc = new Vector3(0, 0, start)
      .addScaledVector(toElbow, radius * Math.sin(by))
      .addScaledVector(outwards, radius * (1 - Math.cos(by)));
    return arc.addScaledVector(elbow, Math.max(0, along - end));
  };
  return {
    point(point) {
      if (angle === 0 || point.z <= start) return point;
      const across = new Vector3(point.x, point.y, 0).applyAxisAngle(axis, turned(point.z));
      return center(point.z).add(across);
    },
    direction: (direction, along) =>
      angle === 0 ? direction : direction.clone().applyAxisAngle(axis, turned(along)),
  };
}
