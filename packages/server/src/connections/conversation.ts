import type { Recognizer, RecognizerEvent, RecognizerOptions } from "@signify/core";
import type { FaultReporter } from "./fault-reporter.ts";
import type { Outbox } from "./outbox.ts";

/** One client's conversation in one of the two protocols. Handlers are synchronous, so messages keep their order. */
export type Conversation = {
  /**
   * Reads a message as it came: text, or bytes.
   * @throws SignifyError when the client is at fault; its connection tells it so.
   */
  receive(message: string | Uint8Array): void;
  /** Tells the client, where its protocol has words for that, that the server stops in so many seconds. */
  announceEnd(seconds: number): void;
  /** Ends the recognizer; frames in flight are dropped as closed. */
  close(): void;
};

/** What a conversation is given by its connection. */
export type ConversationContext = {
  outbox: Outbox;
  /** Builds a recognizer for this client alone and delivers its events until it is closed. */
  startRecognizer(
    deliver: (event: RecognizerEvent) => void | Promise<void>,
    options?: Pick<RecognizerOptions, "mode" | "rules" | "handRanges" | "onHands" | "onRead">,
  ): Recognizer;
  /** @throws SignifyError "too-fast" when the client sends more frames per second than allowed. */
  admitFrame(): void;
  /** @throws SignifyError "too-fast" when the client sends more other messages per second than allowed. */
  admitMessage(): void;
  /** Tells the client of a fault in the protocol's own words, and counts it. */
  report: FaultReporter;
  targetReset(): void;
};
