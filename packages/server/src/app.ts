import { asyncApiDocument } from "@signify/core/protocol";
import { Elysia } from "elysia";
import type { Visitor } from "./connections/admission.ts";
import type { Socket } from "./connections/outbox.ts";
import type { ProtocolName } from "./observe/observer.ts";

/** An open connection as the transport sees it. */
export type TransportConnection = { receive(message: unknown): void; drained(): void; close(): void };

/** What the HTTP and WebSocket routes need of the server behind them. */
export type AppParts = {
  version: string;
  websocket: { maxPayloadLength: number; idleTimeout: number; backpressureLimit: number };
  trustProxy: boolean;
  /** Opens a connection, or closes the socket with a reason and answers `undefined`. */
  connect(protocol: ProtocolName, socket: Socket, visitor: Visitor): TransportConnection | undefined;
  isReady(): boolean;
  metrics: { contentType: string; text(): Promise<string> };
};

/** Only what this file uses of Elysia's socket, which is a new object at each event: `id` is what stays. */
type ElysiaSocket = {
  id: string;
  remoteAddress: string;
  data: { headers: Record<string, string | undefined>; query: Record<string, string | undefined> };
  raw: { sendText(text: string): number };
  close(code: number, reason: string): void;
};

/** The routes: both WebSocket protocols and plain HTTP on one port. The only file that knows Elysia. */
export function createApp(parts: AppParts) {
  const connections = new Map<string, TransportConnection>();

  const socketRoute = (protocol: ProtocolName) => ({
    open(ws: ElysiaSocket) {
      const socket: Socket = {
        send: (text) => ws.raw.sendText(text),
        close: (code, reason) => ws.close(code, reason),
      };
      const connection = parts.connect(protocol, socket, visitorOf(ws, parts.trustProxy));
      if (connection) connections.set(ws.id, connection);
    },
    message: (ws: ElysiaSocket, message: unknown) => connections.get(ws.id)?.receive(message),
    drain: (ws: ElysiaSocket) => connections.get(ws.id)?.drained(),
    close(ws: ElysiaSocket) {
      connections.get(ws.id)?.close();
      connections.delete(ws.id);
    },
  });

  return new Elysia({
    websocket: {
      ...parts.websocket,
      closeOnBackpressureLimit: true,
      sendPings: true,
      perMessageDeflate: false,
    },
  })
    .onError(({ code, set }) => {
      if (code === "NOT_FOUND") {
        set.status = 404;
        return { error: "There is nothing at this address." };
      }
      set.status = 500;
      return { error: "The server failed." };
    })
    .ws("/", socketRoute("original"))
    .ws("/v1/recognize", socketRoute("typed"))
    .get("/", ({ set }) => {
      set.headers["content-type"] = "text/plain; charset=utf-8";
      return "Signify is running.";
    })
    .get("/healthz", () => ({ status: "alive" }))
    .get("/readyz", ({ set }) => {
      const ready = parts.isReady();
      if (!ready) set.status = 503;
      return { status: ready ? "ready" : "not-ready" };
    })
    .get("/metrics", ({ set }) => {
      set.headers["content-type"] = parts.metrics.contentType;
      return parts.metrics.text();
    })
    .get("/asyncapi.json", () => asyncApiDocument(parts.version));
}

function visitorOf(ws: ElysiaSocket, trustProxy: boolean): Visitor {
  const { headers, query } = ws.data;
  const forwarded = trustProxy ? headers["x-forwarded-for"]?.split(",").at(-1)?.trim() : undefined;
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1];
  return {
    address: forwarded || ws.remoteAddress,
    origin: headers.origin,
    host: headers.host,
    token: bearer ?? query.access_token,
  };
}
