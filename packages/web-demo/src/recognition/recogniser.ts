import type { Letter } from "@signify/core";
import type { Place } from "../settings/settings.ts";
import type { ProblemCode } from "./problem.ts";

/** What the page needs to know of a reading. */
export type Reading = {
  /** The best letter and its probability, 0..1. */
  letter: Letter;
  probability: number;
  target: Letter | null;
  /** Probability of the target, or of the best letter without one. */
  targetProbability: number;
  /** Milliseconds from the picture to the letter. */
  delay: number;
};

/** Points of both hands, [42, 3] in picture heights, with the picture's width / height. */
export type SeenPoints = { points: ArrayLike<number>; aspect: number };

/** How the way to the letters is. */
export type LinkState = "connecting" | "ok" | "lost" | "on-device" | "slow-link" | "silent";

/** Everything that a recogniser tells the page. */
export type RecogniserEvent =
  | { type: "reading"; reading: Reading }
  | { type: "hands"; state: "no-hand" | "filling" | "tracking" }
  | { type: "points"; points: SeenPoints | undefined }
  | { type: "link"; link: LinkState }
  | { type: "frame" }
  | { type: "ended"; problem: ProblemCode };

/** What a recogniser is started with. */
export type RecogniserOptions = {
  place: Place;
  video: HTMLVideoElement;
  target: Letter | null;
  signal: AbortSignal;
  onEvent: (event: RecogniserEvent) => void;
};

/** A running recogniser. It stops when the signal of its options is aborted. */
export type Recogniser = { setTarget(target: Letter | null): void };

/** Starts a recogniser. @throws PageProblem */
export type OpenRecogniser = (options: RecogniserOptions) => Promise<Recogniser>;
