import {
  type Clock,
  createRecognizer,
  type HandLocator,
  type LetterClassifier,
  type RecognizerSettings,
  SignifyError,
} from "@signify/core";
import type { ProtocolName, ServerObserver } from "../observe/observer.ts";
import { createFaultReporter } from "./fault-reporter.ts";
import { createOriginalSession } from "./original-session.ts";
import { createOutbox, type Socket } from "./outbox.ts";
import type { Session, SessionContext } from "./session.ts";
import { createTokenBucket } from "./token-bucket.ts";
import { createTypedSession, type SessionGreeting } from "./typed-session.ts";

/** One open WebSocket. */
export type Connection = {
  receive(message: unknown): void;
  drained(): void;
  /** Ends the session; call it once, when the socket is closed or about to be. */
  close(): void;
};

/** What all connections of a server share. */
export type ConnectionParts = {
  locator: HandLocator;
  classifier: LetterClassifier;
  recognizerSettings: RecognizerSettings;
  greeting: SessionGreeting;
  observer: ServerObserver;
  clock: Clock;
  /** A recogniser's pipeline itself broke, which is a fault of ours. */
  onBroken: (error: unknown) => void;
};

/** Puts a session of the protocol behind a socket, with a recogniser, limits and an outbox of its own. */
export function openConnection(protocol: ProtocolName, socket: Socket, parts: ConnectionParts): Connection {
  const { observer, clock, greeting } = parts;
  const outbox = createOutbox(socket);
  const rate = greeting.limits.framesPerSecond;
  const frames = createTokenBucket({ rate, clock });
  const messages = createTokenBucket({ rate, clock });

  const context: SessionContext = {
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
  const session: Session =
    protocol === "original" ? createOriginalSession(context) : createTypedSession(context, greeting);

  observer.connectionOpened(protocol);
  return {
    receive: (message) => session.receive(message),
    drained: () => outbox.drained(),
    close() {
      session.close();
      outbox.close();
      observer.connectionClosed(protocol);
    },
  };
}
