import { handLength, landmarkFrameLength } from "../landmarks/landmark-frame.ts";

/** How one finger of a made-up hand is held, in degrees: bent at its knuckle, at its other two joints together, and leaning to the thumb's side. */
export type FingerPose = { knuckle?: number; curl?: number; lean?: number };

/** The pose of a made-up hand: what is not named is straight. `thumb` moves its tip along side, up and out, in picture heights. */
export type HandPose = {
  index?: FingerPose;
  middle?: FingerPose;
  ring?: FingerPose;
  little?: FingerPose;
  thumb?: readonly [side: number, up: number, out: number];
};

/** A finger in the fist. */
export const folded: FingerPose = { knuckle: 60, curl: 160 };

const radians = Math.PI / 180;
const wrist = [0.5, 0.8] as const;
const palm = 0.2;
const bones = [0.08, 0.05, 0.04];

/** A right hand, fingers up and palm to the camera, in the pose that is asked for: [21, 3] in picture heights. */
export function posedHand(pose: HandPose = {}): Float32Array {
  const landmarks = new Float32Array(handLength);
  /** Puts a point that lies so far aside, up and out of the palm, seen from the wrist. */
  const put = (point: number, [side, up, out]: readonly number[]) =>
    landmarks.set([wrist[0] + (side ?? 0), wrist[1] - (up ?? 0), -(out ?? 0)], 3 * point);
  put(0, [0, 0, 0]);
  const [side, up, out] = pose.thumb ?? [0, 0, 0];
  for (let joint = 1; joint <= 4; joint++) {
    const share = joint / 4;
    put(joint, [share * (0.16 + side), share * (0.2 + up), share * (0.02 + out)]);
  }
  for (const [number, name] of (["index", "middle", "ring", "little"] as const).entries()) {
    const { knuckle = 0, curl = 0, lean = 0 } = pose[name] ?? {};
    let place = [0.04 - 0.04 * number, palm, 0];
    const base = 5 + 4 * number;
    put(base, place);
    const flat = Math.cos(lean * radians);
    const [along, above] = [Math.cos(knuckle * radians), Math.sin(knuckle * radians)];
    const first = [Math.sin(lean * radians), flat * along, flat * above];
    const inwards = [0, -above, along];
    for (const [bone, length] of bones.entries()) {
      const bend = ((bone * curl) / 2) * radians;
      place = place.map(
        (value, axis) =>
          value + length * (Math.cos(bend) * (first[axis] ?? 0) + Math.sin(bend) * (inwards[axis] ?? 0)),
      );
      put(base + bone + 1, place);
    }
  }
  return landmarks;
}

/** A landmark frame [42, 3] with one posed hand; a left hand is the mirrored right one. */
export function posedFrame(pose: HandPose = {}, hand: "left" | "right" = "right"): Float32Array {
  const frame = new Float32Array(landmarkFrameLength);
  const landmarks = posedHand(pose);
  if (hand === "right") frame.set(landmarks, handLength);
  else
    frame.set(
      landmarks.map((value, index) => (index % 3 === 0 ? 1 - value : value)),
      0,
    );
  return frame;
}
