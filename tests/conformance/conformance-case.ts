/** One exchange of RFC 6455: what a client sends, and everything that it must be sent back. */
export type ConformanceCase = {
  name: string;
  /** What is sent, each piece as a write of its own. `message` is one that the path's protocol understands. */
  sent: (message: string) => Uint8Array[];
  /**
   * What comes back, in order: "answer" to a message that was understood, "refusal" of one that arrived and was not,
   * `pong PAYLOAD`, `close CODE`; at last "open" or "ended".
   */
  received: string[];
};

/** What follows a breach of the protocol: the close code that names it, then the end. */
export const failed = (code: 1002 | 1007 | 1009): string[] => [`close ${code}`, "ended"];
