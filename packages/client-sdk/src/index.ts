export { type Letter, letters } from "@signify/core";
export type { FrameOptions, Session, SignifyClient } from "./client.ts";
export { connect } from "./connect.ts";
export type { ConnectOptions, OptionalEvent, RecognitionOptions } from "./connect-options.ts";
export type { TokenSource } from "./connection/token-source.ts";
export type { WebSocketClass, WebSocketLike } from "./connection/web-socket.ts";
export { type ErrorCode, errorCodes, SignifyError } from "./errors.ts";
export type {
  ClientEvent,
  ClientEventOf,
  ClientState,
  ErrorEvent,
  LandmarksEvent,
  PredictionEvent,
  ScoredLetter,
  StateEvent,
  StateReason,
  StatusEvent,
  TargetEvent,
} from "./events/client-event.ts";
export type { Listener } from "./events/event-hub.ts";
export type { DropReason, FrameCounts } from "./frames/frame-counts.ts";
export type { JpegSource } from "./frames/read-jpeg.ts";
export type { Timers, Timing } from "./timing.ts";
