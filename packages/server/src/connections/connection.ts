import {
  type Clock,
  createRecognizer,
  createTokenBucket,
  type HandLocator,
  type LetterClassifier,
  type RecognizerSettings,
  SignifyError,
  type WireError,
} from "@signify/core";
import { closeCodes } from "@signify/core/protocol";
import type { ProtocolName, ServerObserver } from "../observe/observer.ts";
import type { Conversation, ConversationContext } from "./conversation.ts";
import { errorText } from "./error-text.ts";
import { createFaultReporter } from "./fault-reporter.ts";
import { createIntake } from "./intake.ts";
import { createOriginalConversation } from "./original-conversation.ts";
import { createOutbox, type Socket } from "./outbox.ts";
import { createTypedConversation, type TypedParts } from "./typed-conversation.ts";

/** One open WebSocket. */
export type Connection = {
  /** Takes a message as it came: text, or bytes. */
  receive(message: string | Uint8Array): void;
  /** A ping or a pong came. */
  pinged(): void;
  drained(): void;
  /** The share (0..1) of what is borne that it has used up now; 1 when it was thrown out. */
  readonly strain: number;
  /** Tells the client that the server stops in so many seconds. */
  announceEnd(seconds: number): void;
  /** Ends the conversation; call it once, when the socket is closed or about to be. */
  close(): void;
};

/** What all connections of a server share. */
export type ConnectionParts = TypedParts & {
  /** Makes the locator of one connection, told when its pictures have cost more than can be borne. */
  locatorFor(onGreedy: () => void, credit: number): HandLocator;
  classifier: LetterClassifier;
  recognizerSettings: RecognizerSettings;
  /** Frames, and other messages, that one connection may send in a second. */
  maxRate: number;
  /** Length of the largest message that the transport lets through. */
  maxLength: number;
  observer: ServerObserver;
  clock: Clock;
  /** A recognizer's pipeline itself broke, which is a fault of ours. */
  onBroken: (error: unknown) => void;
};

const tooMuch = new SignifyError("too-fast", "Expected fewer or smaller messages.");
const tooCostly = new SignifyError("too-fast", "Expected pictures that take less time to look at.");

/**
 * Puts a conversation in the protocol behind a socket, with a recognizer, limits and an outbox of its own. `credit`: the
 * share (0..1] of every burst and patience that it begins with.
 */
export function openConnection(
  protocol: ProtocolName,
  socket: Socket,
  parts: ConnectionParts,
  credit = 1,
): Connection {
  const { observer, clock, maxRate: rate, maxLength } = parts;
  const outbox = createOutbox(socket);
  const frames = createTokenBucket({ rate, capacity: rate, clock });
  const messages = createTokenBucket({ rate, capacity: rate, clock });

  const report = createFaultReporter({
    outbox,
    clock,
    rate,
    format: (error, sequence) => errorText(protocol, error, sequence),
    onFault: (error) => observer.fault(error.code),
  });
  const locator = parts.locatorFor(() => expel(tooCostly), credit);

  // Verdicts, hands and corrections are asked for by the typed protocol alone.
  const { rules: _, handRanges: __, ...recognizerParts } = parts;
  const context: ConversationContext = {
    outbox,
    report,
    startRecognizer(deliver, options) {
      const recognizer = createRecognizer({
        ...recognizerParts,
        ...options,
        locator,
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
    targetReset: () => observer.targetReset(),
  };
  const conversation: Conversation =
    protocol === "original" ? createOriginalConversation(context) : createTypedConversation(context, parts);

  let expelled = false;
  /** Says why, and ends it: nothing is read of what still comes. */
  const expel = (error: WireError) => {
    if (expelled) return;
    expelled = true;
    observer.fault(error.code);
    outbox.sendNow(errorText(protocol, error));
    conversation.close();
    socket.close(closeCodes.tooMuch, error.message);
  };

  const intake = createIntake({ maxRate: rate, maxLength, clock, credit });
  const admits = (length: number): boolean => {
    if (expelled) return false;
    const verdict = intake.judge(length);
    if (verdict === "drop") report(tooMuch);
    if (verdict === "close") expel(tooMuch);
    return verdict === "read";
  };

  observer.connectionOpened(protocol);
  return {
    receive(message) {
      if (!admits(message.length)) return;
      try {
        conversation.receive(message);
      } catch (fault) {
        report(fault);
      }
    },
    pinged: () => void admits(0),
    drained: () => outbox.drained(),
    get strain() {
      return expelled ? 1 : intake.strain;
    },
    announceEnd: (seconds) => conversation.announceEnd(seconds),
    close() {
      conversation.close();
      outbox.close();
      observer.connectionClosed(protocol);
    },
  };
}
