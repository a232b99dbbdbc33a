import type { Session } from "@signify/core";
import {
  type Clock,
  createRecognizer,
  createTokenBucket,
  type HandLocator,
  type LetterClassifier,
  type RecognizerSettings,
  SignifyError,
} from "@signify/core";
import type { ProtocolName, ServerObserver } from "../observe/observer.ts";
import type { Conversation, ConversationContext } from "./conversation.ts";
import { createFaultReporter } from "./fault-reporter.ts";
import { createOriginalConversation } from "./original-conversation.ts";
import { createOutbox, type Socket } from "./outbox.ts";
import { createTypedConversation } from "./typed-conversation.ts";

/** One open WebSocket. */
export type Connection = {
  receive(message: unknown): void;
  drained(): void;
  /** Ends the conversation; call it once, when the socket is closed or about to be. */
  close(): void;
};

/** What all connections of a server share. */
export type ConnectionParts = {
  locator: HandLocator;
  classifier: LetterClassifier;
  recognizerSettings: RecognizerSettings;
  /** What a client of the typed protocol is told at the start. */
  session: Session;
  /** Frames, and other messages, that one connection may send in a second. */
  maxRate: number;
  observer: ServerObserver;
  clock: Clock;
  /** A recogniser's pipeline itself broke, which is a fault of ours. */
  onBroken: (error: unknown) => void;
};

/** Puts a conversation in the protocol behind a socket, with a recogniser, limits and an outbox of its own. */
export function openConnection(protocol: ProtocolName, socket: Socket, parts: ConnectionParts): Connection {
  const { observer, clock, session, maxRate: rate } = parts;
  const outbox = createOutbox(socket);
  const frames = createTokenBucket({ rate, capacity: rate, clock });
  const messages = createTokenBucket({ rate, capacity: rate, clock });

  const context: ConversationContext = {
    outbox,
    startRecognizer(deliver, options) {
      const recognizer = createRecognizer({
        ...parts,
        ...options,
        settings: parts.recognizerSettings,
        onAccepted: () => observer.frameAccepted(),
        onOutcome: (outcome, frame) =>
          observer.frameSettled(outcome, clock() - frame.receivedAt, frame.timings),
      });
      recognizer.run(deliver).catch((error) => {
        parts.onBroken(error);
        recognizer.close();
        socket.close(1011, "internal error");
      });
      return recognizer;
    },
    admitFrame() {
      if (!frames.take()) throw new SignifyError("too-fast", `Expected at most ${rate} frames per second.`);
    },
    admitMessage() {
      if (!messages.take())
        throw new SignifyError("too-fast", `Expected at most ${rate} messages per second.`);
    },
    createFaultReporter: (format) =>
      createFaultReporter({ outbox, clock, rate, format, onFault: (error) => observer.fault(error.code) }),
    targetReset: () => observer.targetReset(),
  };
  const conversation: Conversation =
    protocol === "original" ? createOriginalConversation(context) : createTypedConversation(context, session);

  observer.connectionOpened(protocol);
  return {
    receive: (message) => conversation.receive(message),
    drained: () => outbox.drained(),
    close() {
      conversation.close();
      outbox.close();
      observer.connectionClosed(protocol);
    },
  };
}
