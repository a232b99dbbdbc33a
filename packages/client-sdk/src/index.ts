export type {
  CorrectionKey,
  HandChange,
  HandPart,
  OptionalEvent,
  ScoredLetter,
  Session,
  TaughtHand,
  Verdict,
} from "@signify/core";
export { type ErrorCode, errorCodes, type Letter, letters, SignifyError, type Timers } from "@signify/core";
export type { FrameOptions, SignifyClient } from "./client.ts";
export { connect } from "./connect.ts";
export type { ConnectOptions, RecognitionOptions } from "./connect-options.ts";
export type { TokenSource } from "./connection/token-source.ts";
export type { WebSocketClass, WebSocketLike } from "./connection/web-socket.ts";
export type {
  ClientEvent,
  ClientEventOf,
  ClientState,
  CorrectionEvent,
  ErrorEvent,
  LandmarksEvent,
  PredictionEvent,
  StateEvent,
  StateReason,
  StatusEvent,
  TargetEvent,
  TroubleReason,
} from "./events/client-event.ts";
export type { Listener, Listeners } from "./events/event-hub.ts";
export type { DropReason, FrameCounts } from "./frames/frame-counts.ts";
export type { JpegSource } from "./frames/read-jpeg.ts";
export { isLetter, parseLetter } from "./letter.ts";
export type { LearnOptions, LearnResult, MyHand } from "./my-hand/my-hand.ts";
export type { DrawnPicture, Picture, Recognition, RecognizeOptions } from "./pictures/recognition.ts";
export type { Timing } from "./timing.ts";
