/** The little of a WebSocket that a session needs, so that sessions know no framework. */
export type Socket = {
  /** Sends text. −1: accepted, but the client reads too slowly. 0: not sent. Else: sent. */
  send(text: string): number;
  close(code: number, reason: string): void;
};

/** What goes to one client. Never queues replies for a client that does not read: those wait at their source. */
export type Outbox = {
  /** Sends at once, ahead of anything that waits: acknowledgements and errors. */
  sendNow(text: string): void;
  /** Sends, and settles when the client can take more; until then its frames supersede each other unread. */
  send(text: string): Promise<void>;
  /** The transport says that the client has caught up. */
  drained(): void;
  /** Nothing more is sent, and nobody is kept waiting. */
  close(): void;
};

/** Wraps a socket with the backpressure rule. */
export function createOutbox(socket: Socket): Outbox {
  let closed = false;
  let caughtUp: Promise<void> | undefined;
  let release = () => {};

  const sendNow = (text: string) => {
    if (closed || socket.send(text) !== -1 || caughtUp) return;
    caughtUp = new Promise((resolve) => {
      release = resolve;
    });
  };
  const drained = () => {
    release();
    caughtUp = undefined;
  };
  return {
    sendNow,
    async send(text) {
      sendNow(text);
      await caughtUp;
    },
    drained,
    close() {
      closed = true;
      drained();
    },
  };
}
