import { SignifyError } from "@signify/core";

/** The little of a WebSocket that the client needs; browsers, Bun, React Native and `ws` all have it. */
export type WebSocketLike = {
  /** Set to "arraybuffer" by the client. */
  binaryType: string;
  /** Bytes that were given to `send` and have not left yet. */
  readonly bufferedAmount: number;
  /** Called once the connection is open. */
  onopen: ((event: never) => void) | null;
  /** Called with an event whose `data` is the server's text. */
  onmessage: ((event: never) => void) | null;
  /** Called once with an event that has the close `code`. */
  onclose: ((event: never) => void) | null;
  /** Called before `onclose` when the connection failed. */
  onerror: ((event: never) => void) | null;
  /** Sends text, or one binary message. */
  send(data: string | ArrayBuffer): void;
  /** Closes the connection; `onclose` follows. */
  close(code?: number, reason?: string): void;
};

/** A WebSocket class, such as the global one or the one of the npm package `ws`. */
export type WebSocketClass = new (url: string) => WebSocketLike;

/**
 * The class to use: the one given, or the runtime's own.
 * @throws SignifyError "unsupported" on runtimes without one, such as Node before 22.
 */
export function findWebSocket(given?: WebSocketClass): WebSocketClass {
  const found = given ?? (globalThis as { WebSocket?: WebSocketClass }).WebSocket;
  if (found) return found;
  throw new SignifyError(
    "unsupported",
    'This runtime has no WebSocket. Pass the class of the package "ws" as the option "WebSocket".',
  );
}
