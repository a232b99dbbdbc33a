import type { ClientMessage, ServerMessage, ServerMessageOf } from "@signify/core";
import { SignifyError } from "@signify/core";
import type { Timing } from "../timing.ts";
import { type ConnectionEnd, endOfClose, unreachable } from "./close-error.ts";
import { readServerMessage } from "./server-message.ts";
import type { WebSocketClass, WebSocketLike } from "./web-socket.ts";

/** The server's answer to `session.start`. */
export type SessionReady = ServerMessageOf<"session.ready">;

/** Options of {@link openSocket}. */
export type OpenSocketOptions = {
  address: string;
  WebSocket: WebSocketClass;
  /** Made when the socket opens, so that it says what is wanted then. */
  start: () => ClientMessage;
  /** Milliseconds until the session must be ready. */
  timeout: number;
  timing: Timing;
  /** The session is ready, `roundTrip` milliseconds after it was asked for. */
  onReady: (session: SessionReady, roundTrip: number) => void;
  onMessage: (message: ServerMessage) => void;
  /** Told once, and nothing after it; not told after `close`. */
  onEnd: (end: ConnectionEnd) => void;
};

/** One WebSocket from its opening to its end. It is never opened again. */
export type OpenSocket = {
  send(data: string | ArrayBuffer): void;
  readonly bufferedAmount: number;
  /** Closes in silence: nothing is told any more. */
  close(code?: number): void;
  /** Ends as if the connection had broken. */
  abandon(): void;
};

const notSignify = () =>
  new SignifyError("wrong-server", 'Expected a Signify server there; its path is "/v1/recognize".');

/** Opens a WebSocket and starts a session on it. */
export function openSocket(options: OpenSocketOptions): OpenSocket {
  const { timing, onReady, onMessage, onEnd } = options;
  let socket: WebSocketLike | undefined;
  let startedAt = 0;
  let ready = false;
  let over = false;
  let refusal: SignifyError | undefined;

  const detach = (code?: number) => {
    over = true;
    cancelTimeout();
    if (!socket) return;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    // The package "ws" throws an error event that nobody hears, and closing before the opening is one.
    socket.onerror = () => {};
    try {
      socket.close(code);
    } catch {
      // Some implementations throw when the socket never opened; it is gone either way.
    }
  };
  const end = (result: ConnectionEnd) => {
    if (over) return;
    detach();
    onEnd(result);
  };
  const cancelTimeout = timing.timers.after(options.timeout, () => end({ error: unreachable(false) }));

  const receive = (data: unknown) => {
    const message = readServerMessage(data);
    if (ready) {
      if (message) onMessage(message);
    } else if (message?.type === "session.ready") {
      ready = true;
      cancelTimeout();
      onReady(message, timing.clock() - startedAt);
    } else if (message?.type === "error") {
      // The close code that follows says whether this is final.
      refusal = new SignifyError(message.code, message.message);
    } else {
      end({ error: notSignify(), final: true });
    }
  };

  try {
    socket = new options.WebSocket(options.address);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      startedAt = timing.clock();
      socket?.send(JSON.stringify(options.start()));
    };
    socket.onmessage = (event: { data: unknown }) => receive(event.data);
    socket.onerror = () => {};
    socket.onclose = (event: { code: number }) => {
      const result = endOfClose(event.code, ready);
      end(result.error.code === "unreachable" && refusal ? { ...result, error: refusal } : result);
    };
  } catch (cause) {
    // A constructor throws for an address that this runtime does not accept, such as "ws:" from an https page.
    timing.timers.after(0, () => end({ error: addressRefused(cause), final: true }));
  }

  return {
    send: (data) => socket?.send(data),
    get bufferedAmount() {
      return socket?.bufferedAmount ?? 0;
    },
    close: detach,
    abandon: () => end({ error: unreachable(true) }),
  };
}

function addressRefused(cause: unknown): SignifyError {
  return new SignifyError("bad-address", "This runtime refused the address. From an https page use wss://.", {
    cause,
  });
}
