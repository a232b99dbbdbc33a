import type { PalmAngle } from "./region-from-palm.ts";

/** One way to read the palms of a look. */
export type Attempt = {
  /** Lowest probability of a palm, in units of the caller's `minDetectionConfidence`. */
  scoreFactor: number;
  /** How a palm's hand is taken to point. */
  angle: PalmAngle;
  /** Lowest presence at which a reading counts as a hand, 0..1; at least the caller's `minTrackingConfidence`. */
  minPresence: number;
  /** Whether the hand must be there again in the region that its own landmarks give. */
  confirm: boolean;
};

/** One look for hands: one run of the palm network, and readings of its palms by the hand network. */
export type Look = {
  /**
   * Side of the square around the picture that the palm network sees, in units of the picture's longer side. With more
   * than 1 the hands in it are smaller, which helps with a hand that fills the picture.
   */
  padding: number;
  /** Tried in this order until one finds a hand. */
  attempts: readonly Attempt[];
};

const plain: Attempt = { scoreFactor: 1, angle: "tasks", minPresence: 0, confirm: false };
const upright: Attempt = { scoreFactor: 0.6, angle: "upright", minPresence: 0.5, confirm: true };
const turned: Attempt = { scoreFactor: 0.6, angle: "tasks", minPresence: 0.5, confirm: true };

/**
 * The looks, in the order in which they are taken. The first begins with what MediaPipe does and nothing else, so that
 * where MediaPipe finds a hand the same one is found.
 */
export const searchPlan: readonly [Look, ...Look[]] = [
  { padding: 1, attempts: [plain, upright] },
  { padding: 2, attempts: [upright, turned] },
  { padding: 1.5, attempts: [upright, turned] },
  { padding: 3, attempts: [upright, turned] },
];
