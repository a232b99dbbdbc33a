import { type BufferGeometry, LatheGeometry, type Material, Mesh, type Object3D, Vector2 } from "three";
import { wristJoint } from "./joint-names.ts";

/** An outline turned round the arm: millimetres from the wrist towards the elbow, and radius in half widths of the wrist. */
type Outline = readonly (readonly [number, number])[];

/** Begins inside the hand, so that no edge is seen where the two meet. */
const armOutline: Outline = [
  [-14, 0.86],
  [-6, 0.96],
  [2, 1.01],
  [12, 1.03],
  [24, 1.04],
  [80, 1.22],
  [140, 1.45],
];
/** The cuff is turned in, so that one does not look into it. */
const sleeveOutline: Outline = [
  [82, 1.18],
  [80, 1.36],
  [82, 1.44],
  [85, 1.45],
  [180, 1.8],
];

/** Half the width and thickness of the wrist, in metres. */
const halfWidth = 0.0262;
const halfThickness = 0.0188;

/**
 * Goes on where the hand model is cut off just below the wrist, with an arm in a sleeve. Hand finders are made for hands
 * on arms: this one is found in any light only since it has a bare piece of one.
 */
export function addForearm(
  joints: ReadonlyMap<string, Object3D>,
  { skin, cloth }: { skin: Material; cloth: Material },
): BufferGeometry[] {
  const parts = [
    { outline: armOutline, material: skin },
    { outline: sleeveOutline, material: cloth },
  ];
  return parts.map(({ outline, material }) => {
    const geometry = new LatheGeometry(
      outline.map(([along, radius]) => new Vector2(radius, along / 1000)),
      48,
    );
    const part = new Mesh(geometry, material);
    // The outline is turned about y; the wrist's axis towards the elbow is z.
    part.scale.set(halfWidth, 1, halfThickness);
    part.rotation.x = Math.PI / 2;
    part.position.set(0.0012, -0.0005, 0);
    part.castShadow = true;
    part.receiveShadow = true;
    joints.get(wristJoint)?.add(part);
    return geometry;
  });
}
