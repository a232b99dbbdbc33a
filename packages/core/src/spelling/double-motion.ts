import { type HandLook, lookAtHand, shapeDistance } from "./hand-look.ts";

/** Finds the small motion by which a signer shows a letter twice. Times are milliseconds of any monotonic clock. */
export type DoubleMotion = {
  /** The hand of one picture, as a landmark frame [42, 3]. Answers whether such a motion has just ended. */
  see(landmarks: ArrayLike<number>, now: number): boolean;
  /** The hand is gone: what it does next has nothing to do with what it did. */
  clear(): void;
};

/** Speeds of the palm in its lengths a second: faster is a motion, slower is rest. */
const fast = 0.8;
const slow = 0.5;
/** So long it rests after the motion, and so long the motion takes. */
const rest = 90;
const shortest = 80;
const longest = 450;
/** How far, in palm lengths. A farther one is a Z, or the hand goes elsewhere. */
const slideLeast = 0.2;
const slideMost = 0.8;
const bounceLeast = 0.14;
const bounceMost = 0.5;
/** A slide ends aside, a bounce where it began: within so much. */
const astray = 0.15;
/** The path of a slide is hardly longer than its reach; that of a bounce is twice as long. */
const slideDetour = 1.4;
const bounceDetour = 2.8;
/** The farthest that any point of the hand may have moved against its palm: another letter moves more. */
const alike = 0.3;

/**
 * Signers show a letter twice by a small slide of the hand to their own side, or by a small bounce, with the hand's shape
 * unchanged. Both are read from the points alone, because no letter changes.
 */
export function createDoubleMotion(): DoubleMotion {
  let previous: (HandLook & { at: number }) | undefined;
  let motion:
    | { from: HandLook & { at: number }; reach: number; path: number; calmSince: number | undefined }
    | undefined;

  return {
    see(landmarks, now) {
      const look = lookAtHand(landmarks);
      if (look === undefined) return false;
      const seen = { ...look, at: now };
      const before = previous;
      previous = seen;
      if (before === undefined || now <= before.at) return false;
      const step = away(seen, before);
      const speed = (step * 1000) / (now - before.at);
      if (motion === undefined && speed > fast)
        motion = { from: before, reach: 0, path: 0, calmSince: undefined };
      if (motion === undefined) return false;

      motion.reach = Math.max(motion.reach, away(seen, motion.from));
      motion.path += step;
      motion.calmSince = speed < slow ? (motion.calmSince ?? before.at) : undefined;
      if (motion.calmSince === undefined || now - motion.calmSince < rest) return false;
      const { from, reach, path, calmSince } = motion;
      motion = undefined;
      const took = calmSince - from.at;
      const isAlike = shapeDistance(seen.shape, from.shape) <= alike;
      return took >= shortest && took <= longest && isAlike && isDouble({ from, to: seen, reach, path });
    },
    clear() {
      previous = undefined;
      motion = undefined;
    },
  };
}

function isDouble({
  from,
  to,
  reach,
  path,
}: {
  from: HandLook;
  to: HandLook;
  reach: number;
  path: number;
}): boolean {
  const [x, y] = [((to.x - from.x) / from.palm) * from.ownSide, (to.y - from.y) / from.palm];
  const isSlide = x >= slideLeast && x <= slideMost && Math.abs(y) <= astray && path <= slideDetour * x;
  const isBounce =
    reach >= bounceLeast &&
    reach <= bounceMost &&
    Math.hypot(x, y) <= astray / 2 &&
    path <= bounceDetour * reach;
  return isSlide || isBounce;
}

/** How far the palm is from where it was, in its lengths. */
function away(one: HandLook, other: HandLook): number {
  return Math.hypot(one.x - other.x, one.y - other.y) / other.palm;
}
