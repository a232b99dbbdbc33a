export { type Clock, systemClock } from "./clock.ts";
export { type ErrorCode, errorCodes, SignifyError } from "./errors.ts";
export type { Status } from "./flow.ts";
export {
  type AcceptedFrame,
  type DropReason,
  type Frame,
  type FrameHeader,
  type FrameOutcome,
  type FrameTimings,
  type LandmarkFrame,
  landmarkFrameLength,
  type PictureFrame,
  type ShownHand,
} from "./frame.ts";
export type { RgbaImage } from "./hands/types.ts";
export { type Letter, letterAt, letterCount, letterIndex, letters, parseLetter } from "./letters.ts";
export { mirrorLandmarks } from "./mirror-landmarks.ts";
export type {
  FrameDecoder,
  HandLocator,
  LetterClassifier,
  LetterReading,
  LocatedHands,
  RecognitionMode,
  VisionLease,
} from "./ports.ts";
export {
  createRecognizer,
  type Recognizer,
  type RecognizerEvent,
  type RecognizerOptions,
} from "./recognizer.ts";
export { defaultRecognizerSettings, type RecognizerSettings } from "./settings.ts";
export { shownHand } from "./shown-hand.ts";
export type { SeenHands } from "./stages/locate-hands.ts";
export type { Score, ScoredLetter } from "./stages/score.ts";
