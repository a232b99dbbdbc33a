import type { Letter, ServerMessageOf, SignifyError } from "@signify/core";

/**
 * A letter was read, or the probability of the target moved. `sequence` and `capturedAt` are those of the frame.
 * @useDeclaredType
 */
export type PredictionEvent = ServerMessageOf<"prediction">;

/**
 * What is seen while there is no letter to report. Sent when it changes, and in mode "still" for every picture without a hand.
 * @useDeclaredType
 */
export type StatusEvent = ServerMessageOf<"status">;

/**
 * The hands that the recognizer saw, for apps that draw them. Only with `events: ["landmarks"]`.
 * @useDeclaredType
 */
export type LandmarksEvent = ServerMessageOf<"landmarks">;

/**
 * What to correct so that the asked letter is read: one thing, or nothing any more. Only with `events: ["correction"]`.
 * @useDeclaredType
 */
export type CorrectionEvent = ServerMessageOf<"correction">;

/** A new target is in force: nothing of an older one follows. */
export type TargetEvent = {
  /** Tells this event from the others. */
  type: "target";
  /** The letter that is wanted, null for none. */
  target: Letter | null;
  /** Counts the targets that were set. */
  epoch: number;
};

/** Something failed and the client goes on: one frame could not be read, or the server is too busy. */
export type ErrorEvent = {
  /** Tells this event from the others. */
  type: "error";
  /** What failed: a code, and a sentence that says what to do. */
  error: SignifyError;
  /** The number of the frame that it is about, if it is about one. */
  sequence?: number;
};

/** How the client is doing. */
export type ClientState = "connecting" | "ready" | "degraded" | "closed";

/**
 * Why a client is not simply ready:
 * - `slow-link`: frames are held back because the way to the server is slow;
 * - `camera-lost`: no pictures come from the camera any more; a new camera can feed the client;
 * - `pictures-failed`: no JPEGs can be made of its pictures on this device;
 * - `hands-failed`: no hands can be found in them on this device;
 * - `silent`: the server has not answered for a while;
 * - `on-device`: the server cannot be reached and letters are read on this device;
 * - `lost`: the connection is gone and is opened again;
 * - `nowhere`: the server cannot be reached and letters cannot be read on this device either; both are tried again.
 */
export type StateReason = TroubleReason | "slow-link" | "silent" | "on-device" | "lost" | "nowhere";

/** Why a client is given no frames. */
export type TroubleReason = "camera-lost" | "pictures-failed" | "hands-failed";

/** The state changed. `error` says why, where there is more to say. */
export type StateEvent = {
  /** Tells this event from the others. */
  type: "state";
  /** The state from now on. */
  state: ClientState;
  /** Why it is not simply "ready". */
  reason?: StateReason;
  /** What closed the client, or why letters are not read; a sentence for the user. */
  error?: SignifyError;
};

/** Everything that a client tells. */
export type ClientEvent =
  | PredictionEvent
  | StatusEvent
  | LandmarksEvent
  | CorrectionEvent
  | TargetEvent
  | ErrorEvent
  | StateEvent;

/** A client's events by their `type`. */
export type ClientEventOf<Type extends ClientEvent["type"]> = Extract<ClientEvent, Record<"type", Type>>;
