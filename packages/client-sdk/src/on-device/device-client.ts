import type { HandRanges, LetterModel, ServerMessage } from "@signify/core";
import {
  createHandLesson,
  createRecognizer,
  defaultRecognizerSettings,
  type Frame,
  type FrameHeader,
  type FrameOutcome,
  type HandLesson,
  type HandLocator,
  type LetterClassifier,
  type RecognizerEvent,
  type RecognizerSettings,
  readHand,
  SignifyError,
} from "@signify/core";
import { eventMessage, landmarksMessage, lessonMessage } from "@signify/core/protocol";
import { abortReason } from "../abort-reason.ts";
import { asyncDispose } from "../async-dispose.ts";
import type { FrameOptions, SignifyClient } from "../client.ts";
import type { RecognitionOptions, Shared } from "../connect-options.ts";
import type { ClientEvent } from "../events/client-event.ts";
import { createEventHub } from "../events/event-hub.ts";
import { createStateKeeper } from "../events/state-keeper.ts";
import { troubleReason } from "../events/trouble-reason.ts";
import { type DropReason, noFrames } from "../frames/frame-counts.ts";
import { readJpeg } from "../frames/read-jpeg.ts";
import { readLandmarks } from "../frames/read-landmarks.ts";
import { createSequence } from "../frames/sequence.ts";
import { keepMyHand } from "../my-hand/keep-my-hand.ts";
import { createPictureDesk, forPictures, type PictureDesk } from "../pictures/picture-desk.ts";
import { prepareFrame } from "../pictures/prepare-frame.ts";
import { readTarget } from "../read-target.ts";
import { systemTiming } from "../timing.ts";

/** Options of {@link createDeviceClient}. */
export type DeviceClientOptions = RecognitionOptions &
  Shared & {
    classifier: LetterClassifier;
    /** Finds hands in pictures. Without one only landmarks are taken. */
    locator?: HandLocator;
    settings?: RecognizerSettings;
    /** Which model the classifier is, and how it is used for verdicts and hands; without that there are neither. */
    model?: Partial<LetterModel>;
    /** How people sign each letter, for the event "correction"; without it there is none. */
    handRanges?: HandRanges | undefined;
    /** Told once, when the client is closed. */
    onClosed?: () => void;
  };

const dropReasons: Partial<Record<FrameOutcome, DropReason>> = {
  superseded: "paced",
  reset: "new-target",
  closed: "closed",
};

/** The recognizer of the server, on this device, behind the interface of {@link SignifyClient}. */
export function createDeviceClient(options: DeviceClientOptions): SignifyClient {
  const { settings = defaultRecognizerSettings, mode = "live", events = ["status"], signal } = options;
  const timing = { ...systemTiming, ...options.timing };
  const { clock } = timing;
  const nextSequence = options.nextSequence ?? createSequence();
  if (signal?.aborted) throw abortReason(signal);
  const hub = createEventHub(options.on);
  const states = createStateKeeper((event) => hub.emit(event));
  const counts = noFrames();
  let target = readTarget(options.target ?? null);

  const { identity = unknownModel, rules } = options.model ?? {};
  let lesson: HandLesson | undefined;

  const emit = (message: ServerMessage) => hub.emit(message as ClientEvent);
  const recognizer = createRecognizer({
    locator: options.locator ?? noLocator,
    classifier: options.classifier,
    ...{ settings, mode, clock },
    ...(rules && { rules }),
    onRead(frame, letters) {
      if (!lesson) return;
      const { letter } = lesson;
      const state = lesson.see(letters, frame.capturedAt);
      if (state.state !== "learning") lesson = undefined;
      hand.hear(lessonMessage(letter, state));
    },
    onOutcome(outcome) {
      const reason = dropReasons[outcome];
      if (reason) counts.dropped[reason] += 1;
      else counts.sent += 1;
    },
    ...(events.includes("correction") && options.handRanges && { handRanges: options.handRanges }),
    ...(events.includes("landmarks") && { onHands: (frame, hands) => emit(landmarksMessage(frame, hands)) }),
  });

  const hand = keepMyHand({
    model: () => identity,
    use: (taught) => recognizer.setHand(rules ? readHand(taught, identity, rules.myHand) : new Map()),
    teach(letter, insist) {
      if (letter && !rules) throw cannotLearn();
      lesson = letter && rules ? createHandLesson({ letter, insist, rule: rules.myHand }) : undefined;
    },
  });

  const deliver = (event: RecognizerEvent) => {
    if (event.type === "failure") {
      const error = readFailure(event.error);
      return hub.emit({ type: "error", error, sequence: event.frame.sequence });
    }
    if (event.type !== "status" || events.includes("status")) emit(eventMessage(event));
  };
  const end = (error?: SignifyError) => {
    if (states.state === "closed") return;
    recognizer.close();
    signal?.removeEventListener("abort", onAbort);
    states.close(error);
    hub.end(error);
    hand.end(error ?? abortReason(signal));
    options.onClosed?.();
  };
  const onAbort = () => end();

  const firstEpoch = recognizer.setTarget(target);
  states.set({ connected: true });
  hub.emit({ type: "target", target, epoch: firstEpoch });
  signal?.addEventListener("abort", onAbort, { once: true });
  recognizer.run(deliver).catch((cause: unknown) => {
    end(new SignifyError("internal", "The recognizer on this device broke.", { cause }));
  });

  const header = ({ mirrored = false, capturedAt = clock() }: FrameOptions): FrameHeader => ({
    sequence: nextSequence(),
    mirrored,
    capturedAt,
  });
  const push = (frame: Frame) => {
    states.set({ trouble: undefined });
    counts.offered += 1;
    recognizer.push(frame);
    return frame.sequence;
  };

  let pictures: PictureDesk | undefined;
  const client: SignifyClient = {
    get state() {
      return states.state;
    },
    get reason() {
      return states.reason;
    },
    get error() {
      return states.error;
    },
    session: {
      model: identity,
      window: { frames: settings.windowSize, needed: settings.minFrames },
      limits: { messageBytes: Number.MAX_SAFE_INTEGER, pictureSide: 16_384, framesPerSecond: 60 },
    },
    get target() {
      return target;
    },
    counts,
    setTarget(next) {
      target = readTarget(next);
      const epoch = recognizer.setTarget(target);
      hub.forgetLetters();
      if (states.state !== "closed") hub.emit({ type: "target", target, epoch });
    },
    sendFrame: (jpeg, frameOptions = {}) =>
      push({ kind: "picture", jpeg: readJpeg(jpeg), ...header(frameOptions) }),
    sendLandmarks: (landmarks, frameOptions = {}) =>
      push({ kind: "landmarks", landmarks: readLandmarks(landmarks), ...header(frameOptions) }),
    async recognize(picture, recognizeOptions) {
      pictures ??= createPictureDesk({
        owner: client,
        timing,
        open: async (closing) =>
          createDeviceClient({
            ...options,
            ...forPictures,
            signal: closing,
            timing,
            nextSequence: createSequence(),
            onClosed() {},
          }),
        prepare: (given, wishes) => prepareFrame(given, wishes, options.findHands),
      });
      return pictures(picture, recognizeOptions);
    },
    reportTrouble(error) {
      states.set({ trouble: troubleReason(error) }, error);
      hub.emit({ type: "error", error });
    },
    myHand: hand.myHand,
    on: hub.on,
    events: hub.events,
    close: () => end(),
    async [asyncDispose]() {
      end();
    },
  };
  return client;
}

const unknownModel = { name: "on-device", version: "unknown", digest: "" };

function cannotLearn(): SignifyError {
  return new SignifyError("unsupported", "The letter model on this device cannot learn a hand.");
}

/** Pictures need hands to be found in them. */
const noLocator: HandLocator = {
  acquire: () =>
    Promise.reject(
      new SignifyError(
        "unsupported",
        'Expected landmarks: this client was opened without "hands", so it cannot look at pictures.',
      ),
    ),
};

function readFailure(error: Error): SignifyError {
  if (SignifyError.isInstance(error)) return error;
  return new SignifyError("internal", "This frame could not be read.", { cause: error });
}
