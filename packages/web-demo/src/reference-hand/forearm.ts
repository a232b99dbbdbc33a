import {
  BufferGeometry,
  Float32BufferAttribute,
  type Material,
  type Matrix4,
  Mesh,
  type Object3D,
  SkinnedMesh,
  Vector3,
} from "three";
import { wristJoint } from "./joint-names.ts";
import type { WristPose } from "./types.ts";
import { createWristBend } from "./wrist-bend.ts";

/** An outline turned round the arm: metres from the wrist towards the elbow, and radius in half widths of the wrist. */
type Outline = readonly (readonly [number, number])[];

/** Goes on from the hand's own end. */
const armOutline: Outline = [
  [0.026, 1.03],
  [0.032, 1.04],
  [0.038, 1.06],
  [0.044, 1.08],
  [0.06, 1.14],
  [0.08, 1.22],
  [0.14, 1.45],
];
/** The cuff is turned in, so that one does not look into it. */
const sleeveOutline: Outline = [
  [0.082, 1.18],
  [0.08, 1.36],
  [0.082, 1.44],
  [0.085, 1.45],
  [0.18, 1.8],
];

/** Half the width and thickness of the wrist, in metres. */
const halfWidth = 0.0262;
const halfThickness = 0.0188;
/** The hand model ends in a slanted ring: beyond this, in metres along the arm and so much less for each towards the palm. */
const ringBegins = 0.013;
const ringSlant = 0.352;

/** Points and normals in the wrist's own axes, as they are with the wrist straight. */
type Bendable = { points: Vector3[]; normals: Vector3[]; write(points: Vector3[], normals: Vector3[]): void };

/** The arm of a hand. */
export type Forearm = {
  geometries: BufferGeometry[];
  /** Bends the wrist; the hand stays where it is and the arm turns. */
  setWrist(wrist: WristPose): void;
};

/**
 * Goes on where the hand model is cut off just below the wrist, with an arm in a sleeve. Hand finders are made for hands
 * on arms: this one is found in any light only since it has a bare piece of one. The arm takes over the model's last ring of points,
 * with one set of normals for both, so that no seam is seen; both are bent by the same arc.
 *
 * @throws Error when the model has no skin that ends at a wrist
 */
export function addForearm(
  model: Object3D,
  joints: ReadonlyMap<string, Object3D>,
  { skin, cloth }: { skin: Material; cloth: Material },
): Forearm {
  const stump = findStump(model);
  const ring = ringOf(stump);
  const arm = createTube([ring, ...armOutline.map((slice) => ellipse(slice, ring.map(angleOf)))]);
  const sleeveAngles = Array.from({ length: 48 }, (_, index) => (index / 48) * 2 * Math.PI);
  const sleeve = createTube(sleeveOutline.map((slice) => ellipse(slice, sleeveAngles)));
  // One set of normals on both sides of the seam.
  for (const [index, point] of stump.points.entries())
    if (isRing(point)) stump.normals[index] = outwards(point);
  arm.normals = arm.points.map(outwards);

  for (const { tube, material } of [
    { tube: arm, material: skin },
    { tube: sleeve, material: cloth },
  ]) {
    const part = new Mesh(tube.geometry, material);
    part.castShadow = true;
    part.receiveShadow = true;
    part.frustumCulled = false;
    joints.get(wristJoint)?.add(part);
  }

  const parts: Bendable[] = [stump, arm, sleeve];
  let bent: WristPose | undefined;
  return {
    geometries: [arm.geometry, sleeve.geometry],
    setWrist(wrist) {
      if (bent && bent.flex === wrist.flex && bent.side === wrist.side) return;
      bent = wrist;
      const bend = createWristBend(wrist);
      for (const { points, normals, write } of parts) {
        write(
          points.map(bend.point),
          normals.map((normal, index) => bend.direction(normal, points[index]?.z ?? 0)),
        );
      }
    },
  };
}

/** The hand model's skin, in the wrist's own axes. */
function findStump(model: Object3D): Bendable {
  let mesh: SkinnedMesh | undefined;
  model.traverse((object) => {
    if (object instanceof SkinnedMesh) mesh = object;
  });
  const bone = mesh?.skeleton.bones.findIndex(({ name }) => name === wristJoint) ?? -1;
  const inverse = mesh?.skeleton.boneInverses[bone];
  if (mesh === undefined || inverse === undefined)
    throw new Error("The hand model has no skin: expected a WebXR hand.");
  const { position, normal, skinIndex, skinWeight } = mesh.geometry.attributes;
  if (!(position && normal && skinIndex && skinWeight))
    throw new Error("The hand model's skin has no normals or weights: expected a WebXR hand.");

  const toWrist = inverse.clone().multiply(mesh.bindMatrix);
  const toMesh = toWrist.clone().invert();
  const isOfWrist = (index: number) =>
    [0, 1, 2, 3].some(
      (slot) => skinIndex.getComponent(index, slot) === bone && skinWeight.getComponent(index, slot) > 0.98,
    );
  const indices = Array.from({ length: position.count }, (_, index) => index).filter(isOfWrist);
  const read = (attribute: typeof position, index: number) =>
    new Vector3().fromBufferAttribute(attribute, index);
  return {
    points: indices.map((index) => read(position, index).applyMatrix4(toWrist)),
    normals: indices.map((index) => turnedBy(toWrist, read(normal, index))),
    write(points, normals) {
      for (const [at, index] of indices.entries()) {
        const point = points[at]?.clone().applyMatrix4(toMesh);
        const direction = normals[at] && turnedBy(toMesh, normals[at].clone());
        if (point) position.setXYZ(index, point.x, point.y, point.z);
        if (direction) normal.setXYZ(index, direction.x, direction.y, direction.z);
      }
      position.needsUpdate = true;
      normal.needsUpdate = true;
    },
  };
}

function turnedBy(matrix: Matrix4, direction: Vector3): Vector3 {
  return direction.transformDirection(matrix);
}

function isRing({ y, z }: Vector3): boolean {
  return z + ringSlant * y > ringBegins;
}

/** The last ring of the hand's points, round the arm, each once. */
function ringOf({ points }: Bendable): Vector3[] {
  const ring: Vector3[] = [];
  for (const point of points.filter(isRing))
    if (!ring.some((other) => other.distanceTo(point) < 1e-4)) ring.push(point.clone());
  return ring.sort((one, other) => angleOf(one) - angleOf(other));
}

/** Where a point is round the arm, as an angle of {@link ellipse}. */
function angleOf({ x, y }: Vector3): number {
  return Math.atan2(y / halfThickness, x / halfWidth);
}

function outwards({ x, y }: Vector3): Vector3 {
  return new Vector3(x / halfWidth ** 2, y / halfThickness ** 2, 0).normalize();
}

/** A slice across the arm at these angles. */
function ellipse([along, radius]: readonly [number, number], angles: readonly number[]): Vector3[] {
  return angles.map(
    (angle) =>
      new Vector3(
        0.0012 + halfWidth * radius * Math.cos(angle),
        -0.0005 + halfThickness * radius * Math.sin(angle),
        along,
      ),
  );
}

/** A skin over rings of as many points each. */
function createTube(rings: readonly (readonly Vector3[])[]): Bendable & { geometry: BufferGeometry } {
  const points = rings.flat();
  const round = rings[0]?.length ?? 0;
  const faces: number[] = [];
  for (let ring = 0; ring + 1 < rings.length; ring++) {
    for (let index = 0; index < round; index++) {
      const [here, beside] = [ring * round + index, ring * round + ((index + 1) % round)];
      faces.push(here, beside, here + round, beside, beside + round, here + round);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute(
    "position",
    new Float32BufferAttribute(
      points.flatMap((point) => point.toArray()),
      3,
    ),
  );
  geometry.setIndex(faces);
  geometry.computeVertexNormals();
  const { position, normal } = geometry.attributes;
  const read = (index: number) => (normal ? new Vector3().fromBufferAttribute(normal, index) : new Vector3());
  return {
    geometry,
    points,
    normals: points.map((_, index) => read(index)),
    write(bent, turned) {
      for (const [index, point] of bent.entries()) {
        position?.setXYZ(index, point.x, point.y, point.z);
        const direction = turned[index];
        if (direction) normal?.setXYZ(index, direction.x, direction.y, direction.z);
      }
      if (position) position.needsUpdate = true;
      if (normal) normal.needsUpdate = true;
    },
  };
}
