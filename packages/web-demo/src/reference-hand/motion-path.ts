import type { Letter } from "@signify/core";
import {
  CatmullRomCurve3,
  ConeGeometry,
  Group,
  type Material,
  Mesh,
  type Object3D,
  TubeGeometry,
  Vector3,
} from "three";
import type { HandRig } from "./hand-rig.ts";
import { fingerJoints } from "./joint-names.ts";
import { letterPose, motionDuration } from "./letter-pose.ts";
import { motions } from "./motions.ts";

/** The line that a fingertip draws in the air, and an arrow where it ends. */
export type MotionPath = {
  object: Object3D;
  /** Draws a share (0..1) of a letter's path, the arrow with all of it; of a still letter there is none. */
  show(letter: Letter, share: number): void;
  dispose(): void;
};

/** Milliseconds between two points of a path, in palm lengths how thick it is, and faces along and around it. */
const step = 25;
const thickness = 0.03;
const along = 160;
const around = 8;
const arrow = { radius: 0.11, length: 0.24 };

type Drawn = { line: Mesh<TubeGeometry>; head: Mesh<ConeGeometry> };

/** Paths of the letters that move, as `rig` makes them. The rig is left in another pose: pose it after `show`. */
export function createMotionPath(rig: HandRig, material: Material): MotionPath {
  const object = new Group();
  const drawn = new Map<Letter, Drawn>();

  const draw = (letter: Letter): Drawn => {
    const curve = new CatmullRomCurve3(traceOf(rig, letter));
    const line = new Mesh(new TubeGeometry(curve, along, thickness, around), material);
    const head = new Mesh(new ConeGeometry(arrow.radius, arrow.length, 24), material);
    // Seen from the front: where a path ends towards the viewer, its arrow would be a dot.
    const direction = curve.getTangent(1).setZ(0).normalize();
    head.quaternion.setFromUnitVectors(new Vector3(0, 1, 0), direction);
    head.position.copy(curve.getPoint(1)).addScaledVector(direction, arrow.length / 2);
    object.add(line, head);
    return { line, head };
  };

  return {
    object,
    show(letter, share) {
      for (const { line, head } of drawn.values()) line.visible = head.visible = false;
      if (share <= 0 || motionDuration(letter) === 0) return;
      const path = drawn.get(letter) ?? draw(letter);
      drawn.set(letter, path);
      path.line.visible = true;
      path.head.visible = share >= 1;
      path.line.geometry.setDrawRange(0, Math.round(along * Math.min(share, 1)) * around * 6);
    },
    dispose() {
      for (const { line, head } of drawn.values()) {
        line.geometry.dispose();
        head.geometry.dispose();
      }
    },
  };
}

/** Where the fingertip is during a letter's motion, as seen from what the rig's root hangs in. */
function traceOf(rig: HandRig, letter: Letter): Vector3[] {
  const tip = rig.joints.get(fingerJoints[motions[letter]?.finger ?? "index"].at(-1) ?? "");
  const duration = motionDuration(letter);
  const steps = Math.ceil(duration / step);
  return Array.from({ length: steps + 1 }, (_, index) => {
    rig.setPose(letterPose(letter, (index / steps) * duration));
    rig.root.updateWorldMatrix(true, true);
    const point = tip?.getWorldPosition(new Vector3()) ?? new Vector3();
    return rig.root.parent?.worldToLocal(point) ?? point;
  });
}
