import { type Static, Type } from "@sinclair/typebox";
import { errorCodes } from "../errors.ts";
import type { Letter } from "../letters.ts";

const probability = Type.Number({ minimum: 0, maximum: 1 });
const letter = Type.Unsafe<Letter>(Type.String({ pattern: "^[A-Z]$" }));
const target = Type.Union([Type.String({ pattern: "^[A-Za-z]$" }), Type.Null()], {
  description: "one letter A–Z, or null for none",
});
const sequence = Type.Integer({ minimum: 0, description: "sequence number of the frame" });
const epoch = Type.Integer({ minimum: 0, description: "how many targets were set so far" });

/** Events that a session can ask for besides predictions and errors, which always come. */
export const optionalEvents = ["status", "landmarks"] as const;

/** First message of a session: the target, the mode and the events wanted. Sent again, it starts anew. */
export const SessionStart = Type.Object(
  {
    type: Type.Literal("session.start"),
    target: Type.Optional(target),
    mode: Type.Optional(
      Type.Union([Type.Literal("live"), Type.Literal("still")], {
        description: '"live" for a camera, "still" for pictures that each stand for themselves',
      }),
    ),
    events: Type.Optional(
      Type.Array(Type.Union(optionalEvents.map((event) => Type.Literal(event))), {
        maxItems: optionalEvents.length,
        description: 'a list of "status" and "landmarks"',
      }),
    ),
  },
  { $id: "session.start", additionalProperties: false },
);

/** A new target letter: everything of the old one is forgotten at once. */
export const TargetSet = Type.Object(
  { type: Type.Literal("target.set"), target },
  { $id: "target.set", additionalProperties: false },
);

/** Asks for a pong; `id` comes back unchanged. */
export const Ping = Type.Object(
  {
    type: Type.Literal("ping"),
    id: Type.Integer({ minimum: 0, maximum: 0xffffffff, description: "a whole number from 0 to 4294967295" }),
  },
  { $id: "ping", additionalProperties: false },
);

/** Answer to `session.start`. */
export const SessionReady = Type.Object(
  {
    type: Type.Literal("session.ready"),
    epoch,
    model: Type.Object({ name: Type.String(), version: Type.String() }),
    window: Type.Object({ frames: Type.Integer(), needed: Type.Integer() }),
    limits: Type.Object({
      messageBytes: Type.Integer(),
      pictureSide: Type.Integer(),
      framesPerSecond: Type.Number(),
    }),
  },
  { $id: "session.ready" },
);

/** The best letter and the target's probability; `milliseconds` says where the frame's time went. */
export const Prediction = Type.Object(
  {
    type: Type.Literal("prediction"),
    sequence,
    capturedAt: Type.Number(),
    epoch,
    letter,
    probability,
    target: Type.Union([letter, Type.Null()]),
    targetProbability: probability,
    letterness: probability,
    top: Type.Array(Type.Object({ letter, probability }), { maxItems: 3 }),
    hand: Type.Optional(
      Type.Union([Type.Literal("left"), Type.Literal("right"), Type.Literal("both")], {
        description: "which of the signer's hands is in view",
      }),
    ),
    milliseconds: Type.Partial(
      Type.Object({
        wait: Type.Number(),
        decode: Type.Number(),
        palm: Type.Number(),
        warp: Type.Number(),
        hand: Type.Number(),
        letter: Type.Number(),
      }),
    ),
  },
  { $id: "prediction" },
);

/** What is seen while there is no letter to report; sent when it changes. */
export const StatusEvent = Type.Object(
  {
    type: Type.Literal("status"),
    sequence,
    state: Type.Union([Type.Literal("no-hand"), Type.Literal("filling"), Type.Literal("tracking")]),
    frames: Type.Optional(Type.Integer()),
    needed: Type.Optional(Type.Integer()),
  },
  { $id: "status" },
);

/** The hands that the server saw: 126 numbers, [42, 3] in picture heights (x · aspect, y down, z · aspect). */
export const LandmarksEvent = Type.Object(
  {
    type: Type.Literal("landmarks"),
    sequence,
    aspect: Type.Optional(Type.Number({ description: "width / height of the picture" })),
    points: Type.Array(Type.Number(), { minItems: 126, maxItems: 126 }),
  },
  { $id: "landmarks" },
);

/** The new target is in force; nothing of an older epoch follows. */
export const TargetReset = Type.Object(
  {
    type: Type.Literal("target.reset"),
    epoch,
    target: Type.Union([letter, Type.Null()]),
    targetProbability: probability,
  },
  { $id: "target.reset" },
);

/** A refusal or a failure. `message` is for a person and never repeats what was sent. */
export const ErrorEvent = Type.Object(
  {
    type: Type.Literal("error"),
    code: Type.Union(errorCodes.map((code) => Type.Literal(code))),
    message: Type.String(),
    retryable: Type.Boolean(),
    sequence: Type.Optional(sequence),
  },
  { $id: "error" },
);

/** Answer to `ping`. */
export const Pong = Type.Object({ type: Type.Literal("pong"), id: Type.Integer() }, { $id: "pong" });

/** Every text message that a client may send, by its `type`. */
export const clientMessages = { "session.start": SessionStart, "target.set": TargetSet, ping: Ping } as const;

/** Every text message that the server may send, by its `type`. */
export const serverMessages = {
  "session.ready": SessionReady,
  prediction: Prediction,
  status: StatusEvent,
  landmarks: LandmarksEvent,
  "target.reset": TargetReset,
  error: ErrorEvent,
  pong: Pong,
} as const;

/** A text message from client to server. */
export type ClientMessage = Static<(typeof clientMessages)[keyof typeof clientMessages]>;

/** A text message from server to client. */
export type ServerMessage = Static<(typeof serverMessages)[keyof typeof serverMessages]>;
