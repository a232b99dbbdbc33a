import type { ClientMessage, ServerMessage } from "@signify/core";
import { withDeadline } from "./with-deadline.ts";

/** A WebSocket client that keeps everything it is told. */
export type Client = Disposable & {
  send(message: string | Uint8Array<ArrayBuffer>): void;
  sendJson(message: unknown): void;
  /** Sends an empty WebSocket ping. */
  ping(): void;
  /** Bytes that were given to it and have not left yet. */
  readonly bufferedAmount: number;
  /** Everything received, parsed. */
  readonly messages: readonly unknown[];
  /**
   * The first message that matches, among those after the last one that was answered here. Messages before it are
   * passed over.
   */
  next<T = unknown>(what: string, matches: (message: T) => boolean): Promise<T>;
  /** The next message, whatever it is. */
  next<T = unknown>(): Promise<T>;
  /** Settles when the connection is closed, with its close code. */
  readonly closed: Promise<{ code: number; reason: string }>;
  close(): void;
};

/**
 * Connects, and waits until the connection is open. `tls.ca`: the certificate to trust, PEM.
 * @throws Error when it is refused by HTTP.
 */
export async function connect(
  url: string,
  headers: Record<string, string> = {},
  tls: { ca?: string } = {},
): Promise<Client> {
  const socket = new WebSocket(url, { headers, tls } as never);
  const messages: unknown[] = [];
  const listeners = new Set<() => void>();
  const tellAll = () => {
    for (const listener of listeners) listener();
  };
  let end: { code: number; reason: string } | undefined;
  let position = 0;

  socket.onmessage = ({ data }) => {
    messages.push(JSON.parse(String(data)));
    tellAll();
  };
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.onclose = ({ code, reason }) => {
      end = { code, reason };
      resolve(end);
      tellAll();
    };
  });
  await withDeadline<void>(`a connection to ${url}`, (resolve, reject) => {
    socket.onopen = () => resolve();
    closed.then(({ code }) => reject(new Error(`refused (${code})`)));
    return () => {};
  });

  const next = <T>(what = "any message", matches: (message: T) => boolean = () => true): Promise<T> =>
    withDeadline<T>(
      what,
      (resolve, reject) => {
        const look = () => {
          while (position < messages.length) {
            const message = messages[position++] as T;
            if (matches(message)) return resolve(message);
          }
          if (end) reject(new Error(`Waited for ${what}, but the connection was closed (${end.code}).`));
        };
        listeners.add(look);
        queueMicrotask(look);
        return () => listeners.delete(look);
      },
      () => ` Last received: ${JSON.stringify(messages.slice(-3))}`,
    );

  return {
    send: (message) => socket.send(message),
    sendJson: (message) => socket.send(JSON.stringify(message)),
    ping: () => (socket as unknown as { ping(): void }).ping(),
    get bufferedAmount() {
      return socket.bufferedAmount;
    },
    messages,
    next,
    closed,
    close: () => socket.close(),
    [Symbol.dispose]: () => socket.close(),
  };
}

/** A client of the typed protocol. */
export type TypedClient = Omit<Client, "next" | "messages"> & {
  readonly messages: readonly ServerMessage[];
  /** The next message of this type that matches; others are passed over. */
  next<Type extends ServerMessage["type"]>(
    type: Type,
    matches?: (message: Extract<ServerMessage, { type: Type }>) => boolean,
  ): Promise<Extract<ServerMessage, { type: Type }>>;
  tell(message: ClientMessage): void;
};

/** Connects to `/v1/recognize` and starts a session. */
export async function connectTyped(
  url: string,
  start: Omit<Extract<ClientMessage, { type: "session.start" }>, "type"> = {},
): Promise<TypedClient> {
  const address = new URL(url);
  address.pathname = "/v1/recognize";
  const client = await connect(address.href);
  const typed: TypedClient = {
    ...client,
    messages: client.messages as readonly ServerMessage[],
    next: <Type extends ServerMessage["type"]>(
      type: Type,
      matches: (message: Extract<ServerMessage, { type: Type }>) => boolean = () => true,
    ) =>
      client.next<Extract<ServerMessage, { type: Type }>>(
        `"${type}"`,
        (message) => message.type === type && matches(message),
      ),
    tell: client.sendJson,
  };
  typed.tell({ type: "session.start", ...start });
  await typed.next("session.ready");
  return typed;
}
