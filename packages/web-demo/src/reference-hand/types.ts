/**
 * One finger, in degrees from a flat, relaxed hand.
 * `bend` is at the knuckle, the middle joint and the last joint; `spread` is sideways, positive towards the thumb;
 * `twist` turns the finger about its own length.
 */
export type FingerPose = { bend: readonly [number, number, number]; spread: number; twist?: number };

/**
 * The thumb, in degrees. `out` and `forward` give the direction of its first bone: `out` turns it in the plane of the
 * palm, from along the fingers (0) away from them (90), `forward` lifts it out of that plane, in front of the palm.
 * `twist` turns it about its own length, positive to bring its pad towards the fingers; `bend` is at its two upper
 * joints, and `sway` moves its middle joint sideways.
 */
export type ThumbPose = {
  out: number;
  forward: number;
  twist: number;
  bend: readonly [number, number];
  sway?: number;
};

/**
 * How the whole hand is turned, in degrees, for a right hand seen by somebody opposite: first `yaw` about the fingers'
 * direction (90: the palm faces the picture's right, 180: the back of the hand faces the viewer), then `pitch` (the
 * fingers tip towards the viewer), then `roll` in the picture (positive: counterclockwise).
 */
export type Orientation = { yaw: number; pitch: number; roll: number };

/**
 * The wrist, in degrees from straight; the hand stays as it is and the arm turns. `flex` bends palm and inner arm towards each
 * other, `side` the little finger's side of the hand towards the arm.
 */
export type WristPose = { flex: number; side: number };

/** Where the hand is: lengths of the palm (wrist to middle knuckle) to the picture's right and up. */
export type Place = { x: number; y: number };

/** The shape, direction and place of a right hand. A left hand is its mirror image. */
export type HandPose = {
  thumb: ThumbPose;
  index: FingerPose;
  middle: FingerPose;
  ring: FingerPose;
  little: FingerPose;
  wrist: WristPose;
  orientation: Orientation;
  place: Place;
};

/** The four fingers, in the order of the hand. */
export const fingers = ["index", "middle", "ring", "little"] as const;

/** One of {@link fingers}. */
export type Finger = (typeof fingers)[number];

/** Whether the signer's right or left hand is shown. */
export type Handedness = "right" | "left";
