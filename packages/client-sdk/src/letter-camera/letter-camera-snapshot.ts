import type { Letter, SignifyError, Verdict } from "@signify/core";
import type { SignifyClient } from "../client.ts";
import type { CorrectionEvent, StateReason, StatusEvent } from "../events/client-event.ts";

/**
 * How a letter camera is doing:
 * - `off`: it was not started, or was stopped;
 * - `starting`: the camera is asked for, files are loaded, the server is connected;
 * - `ready`, `degraded`, `connecting`: as its client is, see `reason`;
 * - `failed`: it does not go on by itself, `error` says why; `start` tries again.
 */
export type LetterCameraState = "off" | "starting" | "connecting" | "ready" | "degraded" | "failed";

/** What there is to show at one moment. It is never changed: another moment is another snapshot. */
export type LetterCameraSnapshot = {
  /** How the camera, and what reads it, are doing. */
  readonly state: LetterCameraState;
  /** Why the state is not simply "ready". */
  readonly reason: StateReason | undefined;
  /** What went wrong, with a sentence for the user in its `message`. */
  readonly error: SignifyError | undefined;
  /** While files are loaded: how much of them is there, 0..1; undefined where that is not known. */
  readonly progress: number | undefined;
  /** Whether a hand is in view, and has been for long enough. */
  readonly status: StatusEvent["state"] | undefined;
  /** The letter that is wanted, which everything below is about. */
  readonly target: Letter | null;
  /** The likeliest letter; null as long as there is none, and without a hand. */
  readonly letter: Letter | null;
  /** Of the likeliest letter, 0..1. */
  readonly probability: number;
  /** Of the wanted letter, 0..1. */
  readonly targetProbability: number;
  /** Whether the wanted letter is shown; null without one. */
  readonly verdict: Verdict | null;
  /** What to correct; null for nothing. `correctionSentence(correction.key)` says it in English. */
  readonly correction: CorrectionEvent | null;
  /** For all that a snapshot does not have: once there is one, and until it is stopped. */
  readonly client: SignifyClient | undefined;
};

/** What of a snapshot is about a hand that is seen. */
export const nothingSeen = {
  letter: null,
  probability: 0,
  targetProbability: 0,
  verdict: null,
  correction: null,
} as const;

/** Where nothing has happened yet. */
export const nothingYet: LetterCameraSnapshot = {
  ...nothingSeen,
  state: "off",
  reason: undefined,
  error: undefined,
  progress: undefined,
  status: undefined,
  target: null,
  client: undefined,
};
