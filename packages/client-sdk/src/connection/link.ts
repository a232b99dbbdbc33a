import type { ClientMessage, ServerMessage } from "@signify/core";
import { SignifyError } from "@signify/core";
import type { Timing } from "../timing.ts";
import { recognizeAddress } from "./address.ts";
import { backoff } from "./backoff.ts";
import type { ConnectionEnd } from "./close-error.ts";
import { type OpenSocket, openSocket, type SessionReady } from "./open-socket.ts";
import type { TokenSource } from "./token-source.ts";
import type { WebSocketClass } from "./web-socket.ts";

/** Options of {@link createLink}. */
export type LinkOptions = {
  url: string | URL;
  token?: TokenSource | undefined;
  WebSocket: WebSocketClass;
  start: () => ClientMessage;
  /** Milliseconds for one attempt. */
  timeout: number;
  timing: Timing;
  onReady: (session: SessionReady, roundTrip: number) => void;
  onMessage: (message: ServerMessage) => void;
  /** The session is gone; the next attempt follows by itself. */
  onLost: (error: SignifyError) => void;
  /** It is over: the first attempt failed, or the server said that another one is in vain. */
  onFailed: (error: SignifyError) => void;
};

/** A session that is opened again whenever it is lost. */
export type Link = {
  /** Sends on the open session; without one it does nothing and answers false. */
  send(data: string | ArrayBuffer): boolean;
  readonly bufferedAmount: number;
  /** Gives up a session that does not answer any more, and opens a new one. */
  renew(): void;
  /** Tries again at once instead of waiting, as when the network is back. */
  hurry(): void;
  close(): void;
};

/** Keeps one session open: the first attempt decides whether there is a server, after that it never gives up by itself. */
export function createLink(options: LinkOptions): Link {
  const { timing } = options;
  let socket: OpenSocket | undefined;
  let ready = false;
  let everReady = false;
  let closed = false;
  let attempt = 0;
  let cancelRetry: (() => void) | undefined;

  const fail = (error: SignifyError) => {
    if (closed) return;
    closed = true;
    options.onFailed(error);
  };
  const onEnd = (end: ConnectionEnd) => {
    const wasReady = ready;
    ready = false;
    socket = undefined;
    if (end.final || !everReady) return fail(end.error);
    attempt = wasReady ? 1 : attempt + 1;
    const delay = backoff({ attempt, full: end.full, random: timing.random });
    cancelRetry = timing.timers.after(delay, open);
    if (wasReady) options.onLost(end.error);
  };
  const open = () => {
    cancelRetry = undefined;
    readToken(options.token)
      .then((token) => recognizeAddress(options.url, token))
      .then((address) => {
        if (closed) return;
        socket = openSocket({
          ...options,
          address,
          onReady(session, roundTrip) {
            ready = true;
            everReady = true;
            options.onReady(session, roundTrip);
          },
          onEnd,
        });
      })
      .catch((error: unknown) => {
        if (!closed) onEnd(endOfAttempt(error));
      });
  };
  open();

  return {
    send(data) {
      if (!ready || !socket) return false;
      socket.send(data);
      return true;
    },
    get bufferedAmount() {
      return socket?.bufferedAmount ?? 0;
    },
    renew: () => socket?.abandon(),
    hurry() {
      if (!cancelRetry) return;
      cancelRetry();
      open();
    },
    close() {
      closed = true;
      ready = false;
      cancelRetry?.();
      socket?.close(1000);
      socket = undefined;
    },
  };
}

async function readToken(token: TokenSource | undefined): Promise<string | undefined> {
  return typeof token === "function" ? token() : token;
}

/** A bad address stays bad; a token that could not be fetched may be there the next time. */
function endOfAttempt(error: unknown): ConnectionEnd {
  if (SignifyError.isInstance(error)) return { error, final: !error.retryable, full: false };
  const failed = new SignifyError("unauthorized", 'The option "token" failed to give a token.', {
    cause: error,
  });
  return { error: failed, final: false, full: false };
}
