import type { FingerPose, HandPose, ThumbPose } from "./types.ts";

/** The pose a share (0..1) of the way from one to another, joint by joint. */
export function blendPoses(from: HandPose, to: HandPose, share: number): HandPose {
  const mix = (a: number, b: number) => a + (b - a) * share;
  const finger = (a: FingerPose, b: FingerPose): FingerPose => ({
    bend: [mix(a.bend[0], b.bend[0]), mix(a.bend[1], b.bend[1]), mix(a.bend[2], b.bend[2])],
    spread: mix(a.spread, b.spread),
    twist: mix(a.twist ?? 0, b.twist ?? 0),
  });
  const thumb = (a: ThumbPose, b: ThumbPose): ThumbPose => ({
    out: mix(a.out, b.out),
    forward: mix(a.forward, b.forward),
    twist: mix(a.twist, b.twist),
    bend: [mix(a.bend[0], b.bend[0]), mix(a.bend[1], b.bend[1])],
    sway: mix(a.sway ?? 0, b.sway ?? 0),
  });
  return {
    thumb: thumb(from.thumb, to.thumb),
    index: finger(from.index, to.index),
    middle: finger(from.middle, to.middle),
    ring: finger(from.ring, to.ring),
    little: finger(from.little, to.little),
    wrist: { flex: mix(from.wrist.flex, to.wrist.flex), side: mix(from.wrist.side, to.wrist.side) },
    orientation: {
      yaw: mix(from.orientation.yaw, to.orientation.yaw),
      pitch: mix(from.orientation.pitch, to.orientation.pitch),
      roll: mix(from.orientation.roll, to.orientation.roll),
    },
    place: { x: mix(from.place.x, to.place.x), y: mix(from.place.y, to.place.y) },
  };
}
