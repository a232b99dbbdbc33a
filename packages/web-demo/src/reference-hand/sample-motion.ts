import type { Keyframe, Motion } from "./motions.ts";

type Moment = Pick<Keyframe, "orientation" | "place">;

/** Where a motion is after `time` milliseconds; before it and after it, its ends. */
export function sampleMotion({ keyframes, corners }: Motion, time: number): Moment {
  const next = keyframes.findIndex(({ at }) => at > time);
  const last = keyframes.length - 1;
  const end = next < 0 ? last : Math.max(next, 1);
  const frame = (index: number) => {
    const found = keyframes[Math.min(Math.max(index, 0), last)];
    if (found === undefined) throw new RangeError("expected a motion of at least one keyframe");
    return found;
  };
  const [before, from, to, after] = [frame(end - 2), frame(end - 1), frame(end), frame(end + 1)];
  const share = to.at === from.at ? 1 : Math.min(Math.max((time - from.at) / (to.at - from.at), 0), 1);
  const between = (of: (key: Keyframe) => number): number =>
    corners
      ? (1 - ease(share)) * of(from) + ease(share) * of(to)
      : hermite(of(from), of(to), slope(before, to, of), slope(from, after, of), share, to.at - from.at);
  return {
    orientation: {
      yaw: between(({ orientation }) => orientation.yaw),
      pitch: between(({ orientation }) => orientation.pitch),
      roll: between(({ orientation }) => orientation.roll),
    },
    place: { x: between(({ place }) => place.x), y: between(({ place }) => place.y) },
  };
}

/** Slow at both ends: 0 → 0, 1 → 1. */
export function ease(share: number): number {
  return share * share * (3 - 2 * share);
}

/** Catmull–Rom tangent for unevenly timed keyframes. */
function slope(before: Keyframe, after: Keyframe, of: (key: Keyframe) => number): number {
  return after.at === before.at ? 0 : (of(after) - of(before)) / (after.at - before.at);
}

function hermite(
  from: number,
  to: number,
  fromSlope: number,
  toSlope: number,
  t: number,
  span: number,
): number {
  const s = 1 - t;
  return (
    s * s * (1 + 2 * t) * from +
    t * t * (1 + 2 * s) * to +
    t * s * s * span * fromSlope -
    t * t * s * span * toSlope
  );
}
