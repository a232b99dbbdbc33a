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
  /** Told before `onReady` when the session takes the place of one that still works. */
  onMoved: () => void;
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
  /** Opens another session and keeps this one until that is ready, or until it ends by itself: the server is about to stop. */
  moveOn(): void;
  /** Tries again at once instead of waiting, as when the network is back. */
  hurry(): void;
  close(): void;
};

/** Keeps one session open: the first attempt decides whether there is a server, after that it never gives up by itself. */
export function createLink(options: LinkOptions): Link {
  const { timing } = options;
  let socket: OpenSocket | undefined;
  /** Opens while the session on `socket` still works. */
  let successor: OpenSocket | undefined;
  let movingOn = false;
  let attempting = false;
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
  /** The session that works has ended; another one may be on its way already. */
  const onSessionEnd = ({ error, final, full }: ConnectionEnd) => {
    ready = false;
    movingOn = false;
    socket = successor;
    successor = undefined;
    if (final) return fail(error);
    attempt = 1;
    if (!attempting && !cancelRetry) retry(full);
    options.onLost(error);
  };
  const onAttemptEnd = ({ error, final, full }: ConnectionEnd) => {
    attempting = false;
    if (!movingOn) {
      socket = undefined;
      if (final || !everReady) return fail(error);
    }
    successor = undefined;
    attempt += 1;
    retry(full);
  };
  const retry = (full = false) => {
    cancelRetry = timing.timers.after(backoff({ attempt, full, random: timing.random }), open);
  };
  const open = () => {
    cancelRetry = undefined;
    attempting = true;
    readToken(options.token)
      .then((token) => recognizeAddress(options.url, token))
      .then((address) => {
        if (closed) return;
        let isSession = false;
        const opening = openSocket({
          ...options,
          address,
          onReady(session, roundTrip) {
            isSession = true;
            attempting = false;
            const previous = movingOn ? socket : undefined;
            [socket, successor, movingOn] = [opening, undefined, false];
            if (previous) {
              previous.close(1000);
              options.onMoved();
            }
            ready = true;
            everReady = true;
            options.onReady(session, roundTrip);
          },
          onEnd: (end) => (isSession ? onSessionEnd(end) : onAttemptEnd(end)),
        });
        if (movingOn) successor = opening;
        else socket = opening;
      })
      .catch((error: unknown) => {
        if (!closed) onAttemptEnd(endOfAttempt(error));
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
    moveOn() {
      if (!ready || movingOn) return;
      movingOn = true;
      attempt = 0;
      open();
    },
    hurry() {
      if (!cancelRetry) return;
      cancelRetry();
      open();
    },
    close() {
      closed = true;
      ready = false;
      cancelRetry?.();
      for (const open of [socket, successor]) open?.close(1000);
      socket = undefined;
      successor = undefined;
    },
  };
}

async function readToken(token: TokenSource | undefined): Promise<string | undefined> {
  return typeof token === "function" ? token() : token;
}

/** A bad address stays bad; a token that could not be fetched may be there the next time. */
function endOfAttempt(error: unknown): ConnectionEnd {
  if (SignifyError.isInstance(error)) return { error, final: !error.retryable };
  const failed = new SignifyError("unauthorized", 'The option "token" failed to give a token.', {
    cause: error,
  });
  return { error: failed };
}
