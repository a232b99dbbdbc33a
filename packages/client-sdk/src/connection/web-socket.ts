import { SignifyError } from "../errors.ts";

/** The little of a WebSocket that the client needs; browsers, Bun, React Native and `ws` all have it. */
export type WebSocketLike = {
  binaryType: string;
  readonly bufferedAmount: number;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(data: string | ArrayBuffer): void;
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
    'This runtime has no WebSocket of its own. Install the package "ws" and pass its class as the option "WebSocket".',
  );
}
