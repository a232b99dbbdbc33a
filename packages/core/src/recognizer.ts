import type { Correction } from "./correction/create-advisor.ts";
import type { HandRanges } from "./correction/hand-ranges.ts";
import { acceptFrame } from "./frames/accept-frame.ts";
import type { AcceptedFrame, Frame, FrameOutcome } from "./frames/frame.ts";
import type { LetterRules } from "./letter-model/letter-rules.ts";
import type { Letter } from "./letters/letters.ts";
import type { ReadLetters } from "./letters/read-letters.ts";
import type { HandSamples } from "./my-hand/personalize.ts";
import type { Flow, ResetItem, Status } from "./pipeline/flow.ts";
import { from } from "./pipeline/pipeline.ts";
import type { HandLocator } from "./ports/hand-locator.ts";
import type { LetterClassifier } from "./ports/letter-classifier.ts";
import type { RecognizerSettings } from "./recognizer-settings.ts";
import type { RecognitionMode } from "./schema/message-types.ts";
import { byMyHand } from "./stages/by-my-hand.ts";
import { classify } from "./stages/classify.ts";
import { correct } from "./stages/correct.ts";
import { latest } from "./stages/latest.ts";
import { locateHands, type SeenHands } from "./stages/locate-hands.ts";
import { repeatStill } from "./stages/repeat-still.ts";
import { type Score, score } from "./stages/score.ts";
import { smooth } from "./stages/smooth.ts";
import { throttle } from "./stages/throttle.ts";
import { window } from "./stages/window.ts";
import type { Clock } from "./time/clock.ts";

/** What a recognizer tells its owner. */
export type RecognizerEvent =
  | { type: "prediction"; frame: AcceptedFrame; score: Score }
  | { type: "status"; frame: AcceptedFrame; status: Status }
  | { type: "correction"; frame: AcceptedFrame; correction: Correction }
  | { type: "failure"; frame: AcceptedFrame; error: Error };

type Deliver = (event: RecognizerEvent) => void | Promise<void>;

/** What a recognizer is made of. */
export type RecognizerOptions = {
  locator: HandLocator;
  classifier: LetterClassifier;
  settings: RecognizerSettings;
  clock: Clock;
  mode?: RecognitionMode;
  /** How the letter model is used for verdicts and for a learner's own hand; without them there is neither. */
  rules?: LetterRules;
  /** How people sign each letter: what to correct is found by it. Without it nothing is said of that. */
  handRanges?: HandRanges;
  /** Told of every accepted frame; exactly one `onOutcome` follows. */
  onAccepted?: (frame: AcceptedFrame) => void;
  /** Told once of the end of every accepted frame. */
  onOutcome?: (outcome: FrameOutcome, frame: AcceptedFrame) => void;
  /** Told of every frame's hands, in frame order. */
  onHands?: (frame: AcceptedFrame, hands: SeenHands) => void;
  /** Told of all that the letter model reads, by nobody's hand, in frame order. */
  onRead?: (frame: AcceptedFrame, letters: ReadLetters) => void;
};

/** One camera's way from frames to letters. One per connection; nothing is shared between two. */
export type Recognizer = {
  /** Counts the targets set so far; an event of an older epoch is never delivered. */
  readonly epoch: number;
  /** Accepts a frame. It waits in the one-slot mailbox; a frame already waiting there is superseded. */
  push(frame: Frame): void;
  /** Emergency reset: from this call on nothing of the old letter is delivered. Answers the new epoch, at once. */
  setTarget(target: Letter | null): number;
  /** Reads by this person's hand from the next reading on; an empty one is nobody's. A new target leaves it as it is. */
  setHand(hand: HandSamples): void;
  /**
   * Delivers events in frame order until the recognizer is closed; call it once. A promise from `deliver` holds up the
   * next event. An error that `deliver` throws closes the recognizer and comes out here.
   */
  run(deliver: (event: RecognizerEvent) => void | Promise<void>): Promise<void>;
  /** Ends the pipeline at its source; `run` settles when the work in flight is done. */
  close(): void;
};

/** Builds the whole pipeline: the way of one frame, in the order in which the data flows. */
export function createRecognizer(options: RecognizerOptions): Recognizer {
  const { locator, classifier, settings, clock, rules, handRanges, onRead, mode = "live" } = options;
  const still = mode === "still";
  let hand: HandSamples = new Map();
  let epoch = 0;
  let closed = false;
  let scope = new AbortController();

  const mailbox = latest(locator);
  const pipeline = from(mailbox)
    .through(locateHands({ mode, clock, onHands: options.onHands }))
    .through(
      still
        ? repeatStill({ size: settings.windowSize })
        : window({ size: settings.windowSize, minFrames: settings.minFrames }),
    )
    .through(classify({ classifier, clock, onRead }))
    .through(byMyHand({ rule: rules?.myHand, hand: () => hand }))
    .through(smooth({ size: still ? 1 : settings.smoothingSize }))
    .through(score({ rule: rules?.verdict, still }))
    .through(correct({ ranges: handRanges, still }))
    .through(throttle({ ...(still ? everyReply : settings.throttle), clock }));

  const close = () => {
    closed = true;
    mailbox.close();
    scope.abort();
  };

  /** Hands one item to the owner, unless it is of an older epoch (I1). */
  const pass = async (item: Exclude<Flow<Score>, ResetItem>, deliver: Deliver) => {
    const { frame } = item;
    if (closed || frame.epoch !== epoch) return frame.settle(closed ? "closed" : "reset");
    try {
      await deliver(item.type === "value" ? { type: "prediction", frame, score: item.value } : item);
    } catch (error) {
      frame.settle("failed");
      throw error;
    }
    if (item.type === "value") frame.settle("answered");
  };

  return {
    get epoch() {
      return epoch;
    },
    push(frame) {
      const accepted: AcceptedFrame = acceptFrame(frame, {
        epoch,
        signal: scope.signal,
        receivedAt: clock(),
        onSettled: (outcome) =>
          options.onOutcome?.(outcome === "reset" && closed ? "closed" : outcome, accepted),
      });
      options.onAccepted?.(accepted);
      mailbox.put(accepted);
    },
    setTarget(target) {
      epoch += 1;
      scope.abort();
      scope = new AbortController();
      mailbox.reset(epoch, target);
      return epoch;
    },
    setHand(next) {
      hand = next;
    },
    async run(deliver) {
      try {
        for await (const item of pipeline) if (item.type !== "reset") await pass(item, deliver);
      } finally {
        close();
      }
    },
    close,
  };
}

const everyReply = { minInterval: 0, probabilityThreshold: -1, repeatsStatus: true };
