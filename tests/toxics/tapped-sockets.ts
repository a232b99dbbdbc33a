import type { ServerMessage } from "@signify/core";

/** The WebSockets that a client opened, and what came on each before the client saw it. */
export type TappedSockets = {
  /** To be given to the client. */
  readonly WebSocket: new (
    url: string,
  ) => WebSocket;
  /** What the server said, connection by connection. */
  readonly conversations: readonly (readonly ServerMessage[])[];
  /** Closes the newest one, as a network does that changes. */
  closeNewest(): void;
};

/** Makes a WebSocket class that keeps a copy of all that it is told. */
export function tapSockets(): TappedSockets {
  const conversations: ServerMessage[][] = [];
  let newest: WebSocket | undefined;
  class TappedSocket extends WebSocket {
    constructor(url: string) {
      super(url);
      const conversation: ServerMessage[] = [];
      conversations.push(conversation);
      this.addEventListener("message", ({ data }) => conversation.push(JSON.parse(String(data))));
      newest = this;
    }
  }
  return { WebSocket: TappedSocket, conversations, closeNewest: () => newest?.close() };
}
