import type { Letter } from "@signify/core";
import type { Finger, FingerPose, HandPose, Orientation, ThumbPose, WristPose } from "./types.ts";

/** The shape of a hand, and its wrist, direction and place where it is not upright, straight and in the middle. */
type Shape = Record<Finger, FingerPose> & { thumb: ThumbPose } & Partial<
    Pick<HandPose, "wrist" | "orientation" | "place">
  >;

const bent = (knuckle: number, middle: number, last: number, spread: number): FingerPose => ({
  bend: [knuckle, middle, last],
  spread,
});
const straight = (spread: number): FingerPose => bent(0, 0, 0, spread);
/** Folded into the palm, as in a fist. */
const folded = (spread: number): FingerPose => bent(88, 104, 66, spread);

const fist = { index: folded(-2), middle: folded(0), ring: folded(4), little: folded(4) };

const thumb = {
  /** Lies against the side of the bent index finger, its tip as high as the knuckles. */
  besideFist: { out: 31, forward: 44, twist: 64, bend: [60, 56], sway: 12 },
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
    index: straight(-11),
    middle: straight(-4),
    ring: straight(6),
    little: straight(15),
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
    middle: bent(58, 53, 43, 2),
    ring: bent(56, 63, 35, 5),
    little: bent(60, 58, 50, 6),
    thumb: { out: 35, forward: 70, twist: 25, bend: [53, 50], sway: 2 },
    orientation: { yaw: 46, pitch: 0, roll: 0 },
  },
  E: {
    index: bent(52, 94, 26, -1),
    middle: bent(50, 87, 26, 1),
    ring: bent(48, 90, 26, 6),
    little: bent(51, 92, 26, 4),
    thumb: { out: 17, forward: 56, twist: -8, bend: [60, 85], sway: -12 },
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
    index: bent(12, 4, 2, 0),
    thumb: { out: 45, forward: 3, twist: 15, bend: [60, 31], sway: -12 },
    wrist: { flex: 50, side: 30 },
    orientation: { yaw: 166, pitch: 12, roll: -84 },
  },
  H: {
    ...fist,
    index: straight(-3),
    middle: straight(4),
    thumb: thumb.onRing,
    wrist: { flex: 50, side: 20 },
    orientation: { yaw: 164, pitch: 8, roll: -88 },
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
    index: bent(77, 84, 22, -1),
    middle: bent(73, 81, 31, 1),
    ring: bent(70, 77, 33, 6),
    little: bent(89, 112, 65, 4),
    thumb: { out: -20, forward: 11, twist: -38, bend: [60, 83], sway: -10 },
  },
  N: {
    ...fist,
    index: bent(76, 84, 27, -1),
    middle: bent(68, 77, 45, 4),
    ring: bent(86, 112, 63, -5),
    little: folded(-9),
    thumb: { out: -4, forward: 8, twist: -43, bend: [60, 83], sway: -12 },
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
    middle: bent(53, 5, 0, -2),
    thumb: { out: 5, forward: 36, twist: 46, bend: [44, 21], sway: -2 },
    wrist: { flex: 80, side: 5 },
    orientation: { yaw: -75, pitch: 22, roll: 102 },
    place: { x: -0.2, y: 0.2 },
  },
  Q: {
    ...fist,
    index: bent(50, 15, 4, 0),
    thumb: { out: 37, forward: 32, twist: -5, bend: [60, 34], sway: 12 },
    wrist: { flex: 80, side: 5 },
    orientation: { yaw: -85, pitch: 20, roll: 112 },
    place: { x: -0.25, y: 0.25 },
  },
  R: { ...fist, index: bent(5, 2, 0, -15), middle: bent(-5, 2, 0, 20), thumb: thumb.onRing },
  S: { ...fist, thumb: { out: 34, forward: 66, twist: 15, bend: [52, 80], sway: -8 } },
  T: {
    ...fist,
    index: bent(60, 101, 49, 16),
    middle: folded(-6),
    ring: folded(2),
    little: folded(1),
    thumb: { out: 14, forward: 31, twist: 22, bend: [60, -8], sway: -6 },
  },
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
    thumb: { out: 25, forward: 43, twist: -11, bend: [60, 66], sway: -12 },
    orientation: { yaw: 30, pitch: 0, roll: 0 },
  },
  Y: { ...fist, little: straight(-12), thumb: { out: 65, forward: 20, twist: 5, bend: [-3, -3] } },
  Z: { ...fist, index: straight(0), thumb: { out: 22, forward: 58, twist: 16, bend: [51, 58], sway: 3 } },
};

/** The palm to the viewer, the fingers up. */
const upright: Orientation = { yaw: 0, pitch: 0, roll: 0 };

const straightWrist: WristPose = { flex: 0, side: 0 };

/** How a letter is held by a right hand; for J and Z, at the start of the motion. */
export function poseOf(letter: Letter): HandPose {
  return { wrist: straightWrist, orientation: upright, place: { x: 0, y: 0 }, ...shapes[letter] };
}
