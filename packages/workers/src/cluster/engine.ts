/** A message as the engine delivers it. */
export type EngineMessage = {
  data: Uint8Array;
  /** The subject on which an answer is awaited. */
  reply: string | undefined;
  /** Said by the engine itself, in the place of an answer: nobody listens on the subject that was written to. */
  isNobody: boolean;
  /** The subject that it was sent to. */
  subject: string;
};

/**
 * The engine behind a cluster: it carries messages at most once, gives one of a group's members each message to that
 * group, and keeps nothing. NATS is one.
 */
export type Engine = {
  /** False while it is not connected; what is published then is gone. */
  readonly isConnected: boolean;
  /** Bytes of the largest message. */
  readonly maxLength: number;
  publish(subject: string, data: Uint8Array, reply?: string): void;
  /**
   * Listens, alone or as one more member of a group, for one message where `once` is set: the engine itself then takes the
   * listener out with the first one. The answer is how to stop. What the engine has sent by then is still received: whoever
   * sent it waits for an answer.
   */
  subscribe(
    subject: string,
    receive: (message: EngineMessage) => void,
    options?: { group?: string; once?: boolean },
  ): () => void;
  close(): Promise<void>;
};
