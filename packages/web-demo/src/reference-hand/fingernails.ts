import { type Material, Mesh, type Object3D, SphereGeometry } from "three";
import { fingerJoints, thumbJoints } from "./joint-names.ts";

/** Sizes in units of an index finger's nail. */
const nails = [
  { joint: thumbJoints[2], size: 1.25 },
  { joint: fingerJoints.index[3], size: 1 },
  { joint: fingerJoints.middle[3], size: 1.05 },
  { joint: fingerJoints.ring[3], size: 1 },
  { joint: fingerJoints.little[3], size: 0.85 },
];

/**
 * Puts nails on a hand that has none. They tell the back of a finger from its pad, to people and to hand models alike:
 * without them a folded finger (E) looks like a short straight one.
 *
 * Lengths are metres in the joint's own axes: −z towards the fingertip, +y out of the back of the finger.
 */
export function addFingernails(joints: ReadonlyMap<string, Object3D>, material: Material): SphereGeometry {
  const geometry = new SphereGeometry(1, 20, 12);
  for (const { joint, size } of nails) {
    const nail = new Mesh(geometry, material);
    nail.scale.set(0.0053 * size, 0.0026 * size, 0.0066 * size);
    nail.position.set(0, 0.0038 * Math.min(size, 1.05), -0.0152 * Math.sqrt(size));
    nail.rotation.x = -0.1;
    nail.receiveShadow = true;
    joints.get(joint ?? "")?.add(nail);
  }
  return geometry;
}
