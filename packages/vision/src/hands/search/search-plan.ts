import type { PalmAngle } from "../region/region-from-palm.ts";

/** One way to read the palms of a look. */
export type Attempt = {
  /** Lowest probability of a palm, in units of the caller's `minDetectionConfidence`. */
  scoreFactor: number;
  /** How a palm's hand is taken to point. */
  angle: PalmAngle;
  /** Lowest presence at which a reading counts as a hand, 0..1; at least the caller's `minTrackingConfidence`. */
  minPresence: number;
  /**
   * A hand read with less presence than this must be read twice more, each time in the region that the landmarks of
   * the reading before give, and again with at least `minPresence`. What is no hand does not last.
   */
  confirmBelow: number;
  /** Which reading is taken: the first, as MediaPipe does, or the last one, which has the better region. */
  take: "first" | "last";
};

/** One look for hands: one run of the palm network, and readings of its palms by the hand network. */
export type Look = {
  /**
   * Side of the square around the picture that the palm network sees, in units of the picture's longer side. With more
   * than 1 the hands in it are smaller, which helps with a hand that fills the picture.
   */
  padding: number;
  /** Turn of that square in radians, clockwise: palms that point sideways are seen upright. */
  rotation: number;
  /** What the palm network's input is multiplied by: dark hands on dark ground are seen brighter. */
  gain: number;
  /**
   * Black pixels around the picture that the network sees at least, where it can see less than its square: that is faster. Without,
   * it sees the square.
   */
  margin?: number | undefined;
  /** Tried in this order until one finds a hand. */
  attempts: readonly [Attempt, ...Attempt[]];
};

/** What MediaPipe Tasks does; only a doubtful hand must be there again. */
const asMediaPipe: Attempt = {
  scoreFactor: 1,
  angle: "tasks",
  minPresence: 0,
  confirmBelow: 0.8,
  take: "first",
};

/** Palms that MediaPipe passes over. Less is asked of the palm network, and more of the hand network. */
const upright: Attempt = {
  scoreFactor: 0.6,
  angle: "upright",
  minPresence: 0.8,
  confirmBelow: 1,
  take: "last",
};
const turned: Attempt = { ...upright, angle: "tasks" };

const plain = { rotation: 0, gain: 1 };
const quarterTurn = Math.PI / 2;

/**
 * The looks at a still, in the order in which they are taken. The first begins with what MediaPipe does, so that where MediaPipe
 * finds a hand the same one is found. The numbers and what they come to are in
 * `docs/decisions/2026-11-23-hand-search-plan.md`.
 */
export const stillPlan: readonly [Look, ...Look[]] = [
  { ...plain, padding: 1, attempts: [asMediaPipe, upright] },
  { ...plain, padding: 3, attempts: [upright, turned] },
  { ...plain, padding: 2, attempts: [upright, turned] },
  { padding: 3, rotation: -quarterTurn, gain: 1.4, attempts: [upright, turned] },
  { padding: 2, rotation: 0, gain: 2, attempts: [upright, turned] },
  { ...plain, padding: 1.5, attempts: [upright, turned] },
  { ...plain, padding: 2.5, attempts: [upright, turned] },
  { padding: 3, rotation: quarterTurn, gain: 1.4, attempts: [upright, turned] },
];

const anyTurn = [asMediaPipe, upright, turned] as const;

/** The whole picture, as large as the network can see it: the look for hands that are far away, and for a second hand. */
export const firstLiveLook: Look = { ...plain, padding: 1, margin: 0, attempts: [asMediaPipe, upright] };
const half: Look = { ...plain, padding: 2, margin: 8, attempts: anyTurn };
const smaller: Look = { ...plain, padding: 2.5, margin: 8, attempts: anyTurn };
const third: Look = { ...plain, padding: 3, margin: 16, attempts: anyTurn };
/** Turned squares make sideways palms upright. */
const sideways: Look = { ...third, gain: 1.4, attempts: [upright, turned] };

/** A round of quick looks: each third one for hands that are far away, those between for hands that are near, turned or dark. */
const round: readonly Look[] = [
  half,
  firstLiveLook,
  smaller,
  { ...sideways, rotation: -quarterTurn },
  firstLiveLook,
  { ...plain, padding: 1.5, margin: 0, attempts: anyTurn },
  third,
  firstLiveLook,
  { ...half, gain: 2, attempts: [upright, turned] },
  { ...sideways, rotation: quarterTurn },
];

/** One of these ends each round: what few hands are seen by alone. Without a margin the network sees the whole square, three times as slowly. */
const rare: readonly Look[] = [
  { ...sideways, rotation: -quarterTurn, margin: undefined },
  { ...smaller, margin: 16 },
  { ...half, margin: undefined },
  { ...third, margin: undefined },
];

/**
 * The looks at live frames, around and around. What each of them finds and costs is in
 * `docs/decisions/2026-11-27-a-frame-on-the-server.md`.
 */
export const livePlan: readonly Look[] = rare.flatMap((look) => [...round, look]);
