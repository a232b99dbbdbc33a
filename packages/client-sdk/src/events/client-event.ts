import type { Letter } from "@signify/core";
import type { SignifyError } from "../errors.ts";

/** A letter and its probability, 0..1. */
export type ScoredLetter = { letter: Letter; probability: number };

/** A letter was read, or the probability of the target moved. */
export type PredictionEvent = {
  type: "prediction";
  /** The number that `sendFrame` or `sendLandmarks` gave to the frame. */
  sequence: number;
  /** When the frame was captured, on the clock of the app (`performance.now()` unless told otherwise). */
  capturedAt: number;
  /** Counts the targets that were set. */
  epoch: number;
  /** The best letter, and its probability 0..1. */
  letter: Letter;
  probability: number;
  /** The wanted letter, and its probability; without a target the best letter's own. */
  target: Letter | null;
  targetProbability: number;
  /** How much this is a letter at all, 0..1. */
  letterness: number;
  /** The three best letters, best first. */
  top: ScoredLetter[];
  /** Where the time of the frame went, in milliseconds. */
  milliseconds: { [step in "wait" | "decode" | "palm" | "warp" | "hand" | "letter"]?: number };
};

/** What is seen while there is no letter to report. Sent when it changes. */
export type StatusEvent = {
  type: "status";
  sequence: number;
  state: "no-hand" | "filling" | "tracking";
  /** While filling: frames seen with a hand, and how many it takes. */
  frames?: number;
  needed?: number;
};

/** The hands that the recogniser saw, for apps that draw them. Only with `events: ["landmarks"]`. */
export type LandmarksEvent = {
  type: "landmarks";
  sequence: number;
  /** Width / height of the picture, where it is known. */
  aspect?: number;
  /** [42, 3]: rows 0–20 the left hand, 21–41 the right, in picture heights (x · aspect, y down, z · aspect), un-mirrored. */
  points: number[];
};

/** A new target is in force: nothing of an older one follows. */
export type TargetEvent = { type: "target"; target: Letter | null; epoch: number };

/** Something failed and the client goes on: one frame could not be read, or the server is too busy. */
export type ErrorEvent = { type: "error"; error: SignifyError; sequence?: number };

/** How the client is doing. */
export type ClientState = "connecting" | "ready" | "degraded" | "closed";

/**
 * Why a client is not simply ready:
 * - `slow-link`: frames are held back because the way to the server is slow;
 * - `silent`: the server has not answered for a while;
 * - `on-device`: the server cannot be reached and letters are read on this device;
 * - `lost`: the connection is gone and is opened again.
 */
export type StateReason = "slow-link" | "silent" | "on-device" | "lost";

/** The state changed. `error` says why, where there is more to say. */
export type StateEvent = {
  type: "state";
  state: ClientState;
  reason?: StateReason;
  error?: SignifyError;
};

/** Everything that a client tells. */
export type ClientEvent =
  | PredictionEvent
  | StatusEvent
  | LandmarksEvent
  | TargetEvent
  | ErrorEvent
  | StateEvent;

/** A client's events by their `type`. */
export type ClientEventOf<Type extends ClientEvent["type"]> = Extract<ClientEvent, { type: Type }>;
