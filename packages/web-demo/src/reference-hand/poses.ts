import type { Letter } from "@signify/core";
import type { Finger, FingerPose, HandPose, Orientation, ThumbPose } from "./types.ts";

/** The shape of a hand, and its direction where that is not upright with the palm to the viewer. */
type Shape = Record<Finger, FingerPose> & { thumb: ThumbPose; orientation?: Orientation };

const bent = (knuckle: number, middle: number, last: number, spread: number): FingerPose => ({
  bend: [knuckle, middle, last],
  spread,
});
const straight = (spread: number): FingerPose => bent(0, 0, 0, spread);
/** Folded into the palm, as in a fist. */
const folded = (spread: number): FingerPose => bent(88, 104, 66, spread);

const fist = { index: folded(-2), middle: folded(0), ring: folded(4), little: folded(4) };

const thumb = {
  /** Against the side of the fist, pointing up. */
  besideFist: { out: 19, forward: 15, twist: -10, bend: [14, 8], sway: -8 },
  /** Across the front of index and middle finger. */
  acrossTwo: { out: 37, forward: 58, twist: 11, bend: [52, 83], sway: 8 },
  /** On the folded ring finger. */
  onRing: { out: -5, forward: 68, twist: 17, bend: [52, 58], sway: 1 },
} satisfies Record<string, ThumbPose>;

/** The palm faces the signer's other side and a little the viewer: round letters are seen in profile. */
const profile = { yaw: 68, pitch: 0, roll: -5 };

const shapes: Record<Letter, Shape> = {
  A: { ...fist, thumb: thumb.besideFist },
  B: {
    index: straight(-4),
    middle: straight(1),
    ring: straight(8),
    little: straight(10),
    thumb: { out: -30, forward: 44, twist: 47, bend: [52, 85], sway: -8 },
  },
  C: {
    index: bent(42, 48, 28, -1),
    middle: bent(44, 48, 28, 1),
    ring: bent(42, 48, 28, 6),
    little: bent(42, 48, 28, 4),
    thumb: { out: 11, forward: 68, twist: -40, bend: [30, 40], sway: -8 },
    orientation: profile,
  },
  D: {
    index: straight(-2),
    middle: bent(66, 62, 37, 2),
    ring: bent(74, 78, 42, 5),
    little: bent(78, 86, 44, 6),
    thumb: { out: 58, forward: 65, twist: 7, bend: [52, 69] },
  },
  E: {
    index: bent(48, 93, 26, -1),
    middle: bent(48, 93, 26, 1),
    ring: bent(48, 93, 26, 6),
    little: bent(48, 93, 26, 4),
    thumb: { out: 18, forward: 68, twist: 0, bend: [65, 78], sway: -10 },
  },
  F: {
    index: bent(54, 60, 27, 0),
    middle: bent(8, 5, 3, 2),
    ring: bent(2, 3, 2, 1),
    little: bent(0, 2, 2, -4),
    thumb: { out: 42, forward: 59, twist: 19, bend: [52, 11] },
  },
  G: {
    ...fist,
    index: bent(27, 4, 2, 0),
    thumb: { out: 16, forward: 13, twist: 69, bend: [10, 11], sway: 6 },
    orientation: { yaw: 183, pitch: 17, roll: -82 },
  },
  H: {
    ...fist,
    index: straight(-3),
    middle: straight(4),
    thumb: thumb.onRing,
    orientation: { yaw: 170, pitch: 0, roll: -90 },
  },
  I: { ...fist, little: straight(0), thumb: thumb.acrossTwo },
  J: { ...fist, little: straight(0), thumb: thumb.acrossTwo },
  K: {
    ...fist,
    index: straight(6),
    middle: bent(35, 5, 0, -2),
    thumb: { out: 1, forward: 18, twist: 25, bend: [39, -11] },
  },
  L: { ...fist, index: straight(0), thumb: { out: 72, forward: 13, twist: 5, bend: [-4, -4] } },
  M: {
    index: bent(78, 79, 32, -1),
    middle: bent(78, 79, 32, 1),
    ring: bent(78, 79, 32, 6),
    little: folded(4),
    thumb: { out: -15, forward: -5, twist: -32, bend: [52, 85], sway: -8 },
  },
  N: {
    ...fist,
    index: bent(66, 92, 36, -1),
    middle: bent(66, 92, 36, 1),
    thumb: { out: -7, forward: -5, twist: -38, bend: [52, 31], sway: -8 },
  },
  O: {
    index: bent(33, 70, 38, -1),
    middle: bent(42, 72, 38, 1),
    ring: bent(44, 74, 38, 5),
    little: bent(45, 73, 38, 2),
    thumb: { out: 3, forward: 67, twist: 51, bend: [40, 40] },
    orientation: profile,
  },
  P: {
    ...fist,
    index: straight(6),
    middle: bent(58, 5, 0, -2),
    thumb: { out: 9, forward: 22, twist: 25, bend: [52, -15] },
    orientation: { yaw: 146, pitch: 22, roll: -133 },
  },
  Q: {
    ...fist,
    index: bent(12, 8, 4, 0),
    thumb: { out: 4, forward: 13, twist: 69, bend: [10, 11], sway: 6 },
    orientation: { yaw: 195, pitch: 25, roll: -175 },
  },
  R: { ...fist, index: bent(5, 2, 0, -15), middle: bent(-5, 2, 0, 20), thumb: thumb.onRing },
  S: { ...fist, thumb: { out: 34, forward: 66, twist: 15, bend: [52, 80], sway: -8 } },
  T: { ...fist, index: bent(60, 107, 60, 6), thumb: { out: 0, forward: 31, twist: 46, bend: [36, 16] } },
  U: { ...fist, index: straight(-3), middle: straight(4), thumb: thumb.onRing },
  V: { ...fist, index: straight(9), middle: straight(-6), thumb: thumb.onRing },
  W: {
    index: straight(11),
    middle: straight(0),
    ring: straight(-5),
    little: folded(6),
    thumb: { out: -17, forward: 53, twist: 6, bend: [48, 66] },
  },
  X: {
    ...fist,
    index: bent(15, 78, 50, 0),
    thumb: { out: -24, forward: 58, twist: 43, bend: [15, 80] },
    orientation: { yaw: 40, pitch: 0, roll: 0 },
  },
  Y: { ...fist, little: straight(-12), thumb: { out: 65, forward: 20, twist: 5, bend: [-3, -3] } },
  Z: { ...fist, index: straight(0), thumb: { out: 22, forward: 58, twist: 16, bend: [51, 58], sway: 3 } },
};

/** The palm to the viewer, the fingers up. */
const upright: Orientation = { yaw: 0, pitch: 0, roll: 0 };

/** How a letter is held by a right hand; for J and Z, at the start of the motion. */
export function poseOf(letter: Letter): HandPose {
  return { orientation: upright, place: { x: 0, y: 0 }, ...shapes[letter] };
}
