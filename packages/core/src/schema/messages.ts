import { Type } from "@sinclair/typebox";
import { wireErrorCodes } from "../errors/signify-error.ts";
import { letters as alphabet, type Letter } from "../letters/letters.ts";
import { correctionKeys, handChanges, handParts } from "./correction-keys.ts";

const probability = Type.Number({ minimum: 0, maximum: 1, description: "0..1" });
const milliseconds = Type.Number({ minimum: 0, description: "milliseconds" });
const letter = Type.Unsafe<Letter>(Type.String({ pattern: "^[A-Z]$" }));
const chosenLetter = Type.Union([letter, Type.Null()]);
const target = Type.Union([Type.String({ pattern: "^[A-Za-z]$" }), Type.Null()], {
  description: "one letter A–Z, or null for none",
});
const sequence = Type.Integer({ minimum: 0, description: "sequence number of the frame" });
const epoch = Type.Integer({ minimum: 0, description: "how many targets were set so far" });

/** One of some names, under a title of its own. */
const oneOf = <const Name extends string>(title: string, names: readonly Name[]) =>
  Type.Union(
    names.map((name) => Type.Literal(name)),
    { title },
  );
const oneOrNone = <const Name extends string>(title: string, names: readonly Name[]) =>
  Type.Union([...names.map((name) => Type.Literal(name)), Type.Null()], { title });

/** Events that a session can ask for besides predictions and errors, which always come. */
export const optionalEvents = ["status", "landmarks", "correction"] as const;

/** The letter model: what was taught to one means nothing to another. */
const model = Type.Object(
  {
    /** Its name. */
    name: Type.String({ maxLength: 100 }),
    /** Its version. */
    version: Type.String({ maxLength: 100 }),
    /** SHA-256 of its file, in hexadecimal digits. */
    digest: Type.String({ maxLength: 64, description: "SHA-256 of its file, in hexadecimal digits" }),
  },
  { title: "LetterModel" },
);

/** The direction of one embedding: base64 of one signed byte for each number, at most 128. */
const sample = Type.String({ pattern: "^[A-Za-z0-9+/]{2,171}={0,2}$" });
/** Samples of one letter. */
const samples = Type.Optional(Type.Array(sample, { minItems: 1, maxItems: 3 }));

/** How one person signs: samples of the letters they taught. They mean something to one letter model alone. */
export const Hand = Type.Object(
  {
    /** The letter model that it was taught to. */
    model,
    /** One to three samples of each letter that was taught. */
    letters: Type.Object(
      Object.fromEntries(alphabet.map((name) => [name, samples])) as Record<Letter, typeof samples>,
      { title: "TaughtLetters", additionalProperties: false },
    ),
  },
  {
    title: "TaughtHand",
    additionalProperties: false,
    description:
      'an object with the "model" (name, version, digest) and "letters": by letter A–Z one to three samples, each base64 of at most 128 bytes',
  },
);

/** First message of a session: the target, the mode, the events wanted and the learner's hand. Sent again, it starts anew. */
const SessionStart = Type.Object(
  {
    type: Type.Literal("session.start"),
    target: Type.Optional(target),
    mode: Type.Optional(
      Type.Union([Type.Literal("live"), Type.Literal("still")], {
        title: "RecognitionMode",
        description: '"live" for a camera, "still" for pictures that each stand for themselves',
      }),
    ),
    events: Type.Optional(
      Type.Array(oneOf("OptionalEvent", optionalEvents), {
        maxItems: optionalEvents.length,
        description: 'a list of "status", "landmarks" and "correction"',
      }),
    ),
    hand: Type.Optional(Hand),
  },
  { title: "SessionStart", $id: "session.start", additionalProperties: false },
);

/** A new target letter: everything of the old one is forgotten at once. */
const TargetSet = Type.Object(
  { type: Type.Literal("target.set"), target },
  { title: "TargetSet", $id: "target.set", additionalProperties: false },
);

/** The learner's hand from now on, in place of the one before; null for nobody's. It is gone with the connection. */
const HandSet = Type.Object(
  {
    type: Type.Literal("hand.set"),
    hand: Type.Union([Hand, Type.Null()], { description: `${Hand.description}, or null for none` }),
  },
  { title: "HandSet", $id: "hand.set", additionalProperties: false },
);

/** Asks for a sample of how the learner signs a letter, from the frames that follow; null ends the watching. */
const HandLearn = Type.Object(
  {
    type: Type.Literal("hand.learn"),
    letter: target,
    insist: Type.Optional(
      Type.Boolean({ description: "true to have the sample also where it looks like another letter" }),
    ),
  },
  { title: "HandLearn", $id: "hand.learn", additionalProperties: false },
);

/** Asks for a pong; `id` comes back unchanged. */
const Ping = Type.Object(
  {
    type: Type.Literal("ping"),
    id: Type.Integer({ minimum: 0, maximum: 0xffffffff, description: "a whole number from 0 to 4294967295" }),
  },
  { title: "Ping", $id: "ping", additionalProperties: false },
);

/** What the server says of itself at the start of a session. */
const session = {
  /** The letter model. */
  model,
  /** Frames in the letter model's window, and how many with a hand it takes for a first letter. */
  window: Type.Object(
    {
      /** Frames that a letter is read from. */
      frames: Type.Integer(),
      /** Frames with a hand that a first letter takes. */
      needed: Type.Integer(),
    },
    { title: "LetterWindow" },
  ),
  /** What a client must keep to. */
  limits: Type.Object(
    {
      /** Bytes of a message at most. */
      messageBytes: Type.Integer({ description: "bytes of a message at most" }),
      /** Pixels of a picture's longer side at most. */
      pictureSide: Type.Integer({ description: "pixels of a picture's longer side at most" }),
      /** Frames a second at most. */
      framesPerSecond: Type.Number({ description: "frames a second at most" }),
    },
    { title: "SessionLimits" },
  ),
};

/** Answer to `session.start`. */
const SessionReady = Type.Object(
  { type: Type.Literal("session.ready"), epoch, ...session },
  { title: "SessionReady", $id: "session.ready" },
);

/** A letter and its probability, 0..1. */
export const ScoredLetter = Type.Object(
  {
    /** The letter. */
    letter,
    /** Its probability, 0..1. */
    probability,
  },
  { title: "ScoredLetter" },
);

/** The best letter and the target's probability; `milliseconds` says where the frame's time went. */
const Prediction = Type.Object(
  {
    /** Tells this event from the others. */
    type: Type.Literal("prediction"),
    /** The frame's number, as the client gave it. */
    sequence,
    /** When the frame was captured, in milliseconds on the clock of the client. */
    capturedAt: Type.Number({ description: "milliseconds on the clock of the client, as it gave them" }),
    /** Counts the targets that were set. */
    epoch,
    /** The best letter. */
    letter,
    /** The best letter's probability, 0..1. */
    probability,
    /** The wanted letter, null for none. */
    target: chosenLetter,
    /** The wanted letter's probability; the best letter's own while none is wanted. */
    targetProbability: probability,
    /**
     * Whether the wanted letter is shown, which is another question than which letter is the likeliest: "shown" for long
     * enough, "almost", or "other"; null while none is wanted.
     */
    verdict: Type.Union([Type.Literal("shown"), Type.Literal("almost"), Type.Literal("other"), Type.Null()], {
      title: "Verdict",
    }),
    /** How much this is a letter at all, 0..1: the sum of all letters' probabilities. */
    letterness: probability,
    /** The three best letters, best first. */
    top: Type.Array(ScoredLetter, { maxItems: 3 }),
    /** Which of the signer's hands is in view. */
    hand: Type.Optional(
      Type.Union([Type.Literal("left"), Type.Literal("right"), Type.Literal("both")], {
        title: "HandInView",
        description: "which of the signer's hands is in view",
      }),
    ),
    /** Where the time of the frame went, in milliseconds; `wait` is the time between arrival and the first work on it. */
    milliseconds: Type.Partial(
      Type.Object({
        /** From its arrival to the first work on it. */
        wait: milliseconds,
        /** Unpacking the picture. */
        decode: milliseconds,
        /** The search for a hand. */
        palm: milliseconds,
        /** Cutting out the hand. */
        warp: milliseconds,
        /** Finding its points. */
        hand: milliseconds,
        /** Reading the letter. */
        letter: milliseconds,
      }),
      { title: "FrameMilliseconds" },
    ),
  },
  { title: "Prediction", $id: "prediction" },
);

/** What is seen while there is no letter to report; sent when it changes, and in mode "still" for every picture without a hand. */
const StatusEvent = Type.Object(
  {
    /** Tells this event from the others. */
    type: Type.Literal("status"),
    /** The frame's number, as the client gave it. */
    sequence,
    /** "no-hand": none in view; "filling": not yet enough frames of one; "tracking": letters follow. */
    state: oneOf("TrackingState", ["no-hand", "filling", "tracking"]),
    /** While filling: frames seen with a hand. */
    frames: Type.Optional(Type.Integer()),
    /** While filling: how many frames it takes. */
    needed: Type.Optional(Type.Integer()),
  },
  { title: "StatusEvent", $id: "status" },
);

/** The hands that the recognizer saw, for apps that draw them. */
const LandmarksEvent = Type.Object(
  {
    /** Tells this event from the others. */
    type: Type.Literal("landmarks"),
    /** The frame's number, as the client gave it. */
    sequence,
    /** Width / height of the picture, where it is known. */
    aspect: Type.Optional(Type.Number({ description: "width / height of the picture" })),
    /** [42, 3]: rows 0–20 the left hand, 21–41 the right, in picture heights (x · aspect, y down, z · aspect), un-mirrored. */
    points: Type.Array(Type.Number(), {
      minItems: 126,
      maxItems: 126,
      description:
        "42 points of x, y, z: 0–20 the signer's left hand, 21–41 the right, zeros where there is none; in picture heights (x · aspect, y downwards, z · aspect), un-mirrored",
    }),
  },
  { title: "LandmarksEvent", $id: "landmarks" },
);

/** The one thing that most keeps the asked letter from being read, while it is clear and lasts; sent when it changes. */
const CorrectionEvent = Type.Object(
  {
    /** Tells this event from the others. */
    type: Type.Literal("correction"),
    /** The frame's number, as the client gave it. */
    sequence,
    /** Counts the targets that were set. */
    epoch,
    /** The asked letter. */
    target: letter,
    /** What to correct, of which a page makes a sentence; null: nothing any more, and the fields below are null, empty and 0. */
    key: oneOrNone("CorrectionKey", correctionKeys),
    /** The part of the hand that it is about. */
    part: oneOrNone("HandPart", handParts),
    /** What is to be done with it. */
    change: oneOrNone("HandChange", handChanges),
    /** The landmarks that are concerned, to be shown: rows of `points` of the event "landmarks", 0–20 the left hand, 21–41 the right. */
    points: Type.Array(Type.Integer({ minimum: 0, maximum: 41 })),
    /** How far this is from how people sign the letter, 0..1. */
    strength: probability,
  },
  { title: "CorrectionEvent", $id: "correction" },
);

/** The new target is in force; nothing of an older epoch follows. */
const TargetReset = Type.Object(
  { type: Type.Literal("target.reset"), epoch, target: chosenLetter, targetProbability: probability },
  { title: "TargetReset", $id: "target.reset" },
);

/** How far the sample of a letter is, 0..1. It falls back to 0 when the hand moves or is gone. */
const HandLearning = Type.Object(
  { type: Type.Literal("hand.learning"), letter, progress: probability },
  { title: "HandLearning", $id: "hand.learning" },
);

/** The sample of a letter: the client keeps it, the server does not. */
const HandLearned = Type.Object(
  { type: Type.Literal("hand.learned"), letter, sample },
  { title: "HandLearned", $id: "hand.learned" },
);

/** There is no sample of a letter: it is not among those that this may be. */
const HandRefused = Type.Object(
  {
    type: Type.Literal("hand.refused"),
    letter,
    /** What it looks like to everybody else. */
    seen: letter,
  },
  { title: "HandRefused", $id: "hand.refused" },
);

/** The server stops in `seconds`: a client opens a session elsewhere and keeps this one until that is ready. */
const SessionDraining = Type.Object(
  {
    type: Type.Literal("session.draining"),
    seconds: Type.Number({ minimum: 0, description: "seconds until it stops" }),
  },
  { title: "SessionDraining", $id: "session.draining" },
);

/** A refusal or a failure. `message` is for a person and never repeats what was sent. */
const ErrorEvent = Type.Object(
  {
    type: Type.Literal("error"),
    code: oneOf("ErrorCode", wireErrorCodes),
    message: Type.String(),
    retryable: Type.Boolean(),
    sequence: Type.Optional(sequence),
  },
  { title: "ErrorEvent", $id: "error" },
);

/** Answer to `ping`. */
const Pong = Type.Object({ type: Type.Literal("pong"), id: Type.Integer() }, { title: "Pong", $id: "pong" });

/** Every text message that a client may send, by its `type`. */
export const clientMessages = {
  "session.start": SessionStart,
  "target.set": TargetSet,
  "hand.set": HandSet,
  "hand.learn": HandLearn,
  ping: Ping,
} as const;

/** Every text message that the server may send, by its `type`. */
export const serverMessages = {
  "session.ready": SessionReady,
  prediction: Prediction,
  status: StatusEvent,
  landmarks: LandmarksEvent,
  correction: CorrectionEvent,
  "target.reset": TargetReset,
  "hand.learning": HandLearning,
  "hand.learned": HandLearned,
  "hand.refused": HandRefused,
  "session.draining": SessionDraining,
  error: ErrorEvent,
  pong: Pong,
} as const;
