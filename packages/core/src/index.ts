export type { Correction } from "./correction/create-advisor.ts";
export type { HandRanges } from "./correction/hand-ranges.ts";
export { readHandRanges } from "./correction/read-hand-ranges.ts";
export { decodeBase64, withoutDataPrefix } from "./encoding/base64.ts";
export { widenHalf } from "./encoding/half-float.ts";
export {
  type ErrorCode,
  errorCodes,
  isWireError,
  SignifyError,
  type WireError,
  type WireErrorCode,
  wireErrorCodes,
} from "./errors/signify-error.ts";
export {
  type Accepted,
  type AcceptedFrame,
  type DropReason,
  type Frame,
  type FrameFate,
  type FrameHeader,
  type FrameOutcome,
  type FrameTimings,
  frameFates,
  type LandmarkFrame,
  type PictureFrame,
} from "./frames/frame.ts";
export type { Hand } from "./landmarks/hand.ts";
export { type HandTrack, type HandTracking, noTracking, type Region } from "./landmarks/hand-tracking.ts";
export { landmarkCount, landmarkFrameLength } from "./landmarks/landmark-frame.ts";
export { mirrorLandmarks } from "./landmarks/mirror-landmarks.ts";
export { type ShownHand, shownHand } from "./landmarks/shown-hand.ts";
export { type LandmarkFrameOptions, toLandmarkFrame } from "./landmarks/to-landmark-frame.ts";
export type { LetterRules } from "./letter-model/letter-rules.ts";
export { type LetterModel, readLetterModel } from "./letter-model/read-letter-model.ts";
export { type Letter, letterAt, letterCount, letterIndex, letters, parseLetter } from "./letters/letters.ts";
export { meanOf } from "./letters/mean-of.ts";
export type { ReadLetters } from "./letters/read-letters.ts";
export { directionOf } from "./my-hand/cosine.ts";
export { createHandLesson, type HandLesson, type LessonState } from "./my-hand/hand-lesson.ts";
export { decodeSample, encodeSample } from "./my-hand/hand-sample.ts";
export { isSameModel, type LetterModelIdentity } from "./my-hand/model-identity.ts";
export type { MyHandRule } from "./my-hand/my-hand-rule.ts";
export { type HandSamples, personalize } from "./my-hand/personalize.ts";
export { otherModel, readHand } from "./my-hand/read-hand.ts";
export type { Status } from "./pipeline/flow.ts";
export { onAbort } from "./pipeline/on-abort.ts";
export type { HandLocator, HandTimings, LocatedHands, VisionLease } from "./ports/hand-locator.ts";
export type { LetterClassifier, LetterReading } from "./ports/letter-classifier.ts";
export {
  createRecognizer,
  type Recognizer,
  type RecognizerEvent,
  type RecognizerOptions,
} from "./recognizer.ts";
export { defaultRecognizerSettings, type RecognizerSettings } from "./recognizer-settings.ts";
export { correctionKeys } from "./schema/correction-keys.ts";
export type {
  ClientMessage,
  ClientMessageOf,
  CorrectionKey,
  HandChange,
  HandPart,
  OptionalEvent,
  RecognitionMode,
  ScoredLetter,
  ServerMessage,
  ServerMessageOf,
  Session,
  TaughtHand,
  Verdict,
} from "./schema/message-types.ts";
export {
  createLetterWriter,
  type LetterWriter,
  type LetterWriterOptions,
  type PendingLetter,
} from "./spelling/letter-writer.ts";
export type { SeenHands } from "./stages/locate-hands.ts";
export { type Score, scoreDistribution } from "./stages/score.ts";
export { type Clock, systemClock } from "./time/clock.ts";
export { backgroundTimers, systemTimers, type Timers } from "./time/timers.ts";
export { createTokenBucket, type TokenBucket, type TokenBucketOptions } from "./time/token-bucket.ts";
export { createJudge, type Judge, type JudgeOptions } from "./verdict/create-judge.ts";
export type { LetterMark, VerdictRule } from "./verdict/verdict-rule.ts";
