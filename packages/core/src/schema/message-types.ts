import type { Static } from "@sinclair/typebox";
import type { correctionKeys, handChanges, handParts } from "./correction-keys.ts";
import type {
  clientMessages,
  Hand as HandSchema,
  optionalEvents,
  ScoredLetter as ScoredLetterSchema,
  serverMessages,
} from "./messages.ts";

// The types of the wire, each made of the schema that validates it: nothing of them is declared anywhere else.

/** A text message from client to server. */
export type ClientMessage = Static<(typeof clientMessages)[keyof typeof clientMessages]>;

/** A client's messages by their `type`. */
export type ClientMessageOf<Type extends ClientMessage["type"]> = Extract<ClientMessage, { type: Type }>;

/** A text message from server to client. */
export type ServerMessage = Static<(typeof serverMessages)[keyof typeof serverMessages]>;

/** The server's messages by their `type`. */
export type ServerMessageOf<Type extends ServerMessage["type"]> = Extract<ServerMessage, { type: Type }>;

/** An event that a session has to ask for. */
export type OptionalEvent = (typeof optionalEvents)[number];

/** What to correct: a page makes one sentence of each. */
export type CorrectionKey = (typeof correctionKeys)[number];

/** A part of the hand that a correction is about. */
export type HandPart = (typeof handParts)[number];

/** What a correction says to do with a part of the hand. */
export type HandChange = (typeof handChanges)[number];

/** "live": frames of a camera that follow each other; "still": each picture stands for itself and gets every look at once. */
export type RecognitionMode = NonNullable<ClientMessageOf<"session.start">["mode"]>;

/** A letter and its probability, 0..1. */
export type ScoredLetter = Static<typeof ScoredLetterSchema>;

/** What the server says of itself at the start of a session: its letter model, its window and its limits. */
export type Session = Pick<ServerMessageOf<"session.ready">, "model" | "window" | "limits">;

/** Whether the wanted letter is shown. */
export type Verdict = NonNullable<ServerMessageOf<"prediction">["verdict"]>;

/** How one person signs, as it travels and as an app keeps it. */
export type TaughtHand = Static<typeof HandSchema>;
