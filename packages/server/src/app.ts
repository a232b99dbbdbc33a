import { openapi } from "@elysiajs/openapi";
import { asyncApiDocument } from "@signify/core/protocol";
import { Type } from "@sinclair/typebox";
import { Elysia } from "elysia";
import type { Visitor } from "./connections/admission.ts";
import type { Socket } from "./connections/outbox.ts";
import { forwardedAddress } from "./http/forwarded-address.ts";
import { createHostGuard } from "./http/host-guard.ts";
import { securityHeaders } from "./http/security-headers.ts";
import type { InboxDoor } from "./inbox/inbox-door.ts";
import type { ClusterState } from "./lending/open-lending.ts";
import type { ProtocolName } from "./observe/observer.ts";
import type { Page } from "./page/load-page.ts";
import { servePage } from "./page/serve-page.ts";
import { shuttingDown } from "./shutting-down.ts";

/** An open connection as the transport sees it. */
export type TransportConnection = {
  receive(message: string | Uint8Array): void;
  pinged(): void;
  drained(): void;
  close(): void;
};

/** What the HTTP and WebSocket routes need of the server behind them. */
export type AppParts = {
  version: string;
  websocket: { maxPayloadLength: number; idleTimeout: number; backpressureLimit: number };
  trustProxy: boolean;
  /** Host names that are answered to, besides addresses and localhost; none: all. */
  allowedHosts: readonly string[];
  /** Has a newcomer wait before its socket is opened; `undefined`: it need not. */
  arrive(visitor: Visitor): Promise<void> | undefined;
  /** Opens a connection, or closes the socket with a reason and answers `undefined`. */
  connect(protocol: ProtocolName, socket: Socket, visitor: Visitor): TransportConnection | undefined;
  isReady(): boolean;
  /** Whether the cluster is reached, where there is one. */
  cluster(): ClusterState | undefined;
  /** Whether it is about to stop and lets nobody in. */
  isDraining(): boolean;
  /** Files of the page for learners. */
  page: Page;
  /** Answers for the inbox of classes, where it is on. */
  inbox: InboxDoor | undefined;
  metrics: { contentType: string; text(): Promise<string> };
};

/** What the host guard answers before any route is asked. */
const otherHost = Type.Object({ error: Type.String() }, { description: "Not a host name of this server" });
const clusterState = Type.Optional(Type.Union([Type.Literal("connected"), Type.Literal("lost")]));
const nothingHere = { error: "There is nothing at this address." };
const draining = { error: shuttingDown.message };
const failed = { error: "The server failed." };

/** Only what this file uses of Elysia's context. What is added to it is found again in its socket's `data`. */
type ElysiaContext = {
  request: Request;
  server: { requestIP(request: Request): { address: string } | null } | null;
  headers: Record<string, string | undefined>;
  query: Record<string, string | undefined>;
  visitor?: Visitor;
};

/** Only what this file uses of Elysia's socket. `raw` is Bun's; its `data` holds what Bun's events are handed to. */
type ElysiaSocket = {
  data: ElysiaContext;
  raw: { data: object; sendText(text: string): number };
  close(code: number, reason: string): void;
};

/** The routes: both WebSocket protocols and plain HTTP on one port. The only file that knows Elysia. */
export function createApp(parts: AppParts) {
  const refusalOf = createHostGuard(parts.allowedHosts);

  const socketRoute = (protocol: ProtocolName) => ({
    // OpenAPI knows no WebSockets; AsyncAPI does.
    detail: { hide: true },
    /** Elysia awaits it, once, before the socket is opened. */
    upgrade(context: ElysiaContext) {
      context.visitor = visitorOf(context, parts.trustProxy);
      return parts.arrive(context.visitor);
    },
    open(ws: ElysiaSocket) {
      const { visitor } = ws.data;
      if (!visitor) return ws.close(1011, "internal error");
      const socket: Socket = {
        send: (text) => ws.raw.sendText(text),
        close: (code, reason) => ws.close(code, reason),
      };
      const connection = parts.connect(protocol, socket, visitor);
      // Elysia would parse every text before anyone can count it, so Bun's events go past it.
      if (connection) Object.assign(ws.raw.data, eventsOf(connection, socket));
    },
  });

  return (
    new Elysia({
      // Otherwise the path is looked for behind a name's third letter.
      handler: { standardHostname: false },
      serve: {
        // Whatever NODE_ENV says: Bun would tell of itself and of this machine.
        development: false,
        error: () => Response.json(failed, { status: 500, headers: securityHeaders }),
      },
      websocket: {
        ...parts.websocket,
        closeOnBackpressureLimit: true,
        sendPings: true,
        perMessageDeflate: false,
      },
    })
      .headers(securityHeaders)
      .wrap((answer) => (request: Request) => answer(withHost(request)))
      .onRequest(({ request, status }) => {
        const refusal = refusalOf(request.headers.get("host"));
        if (refusal) return status(refusal.status, { error: refusal.error });
        // A proxy takes a newcomer to the next server when this one says 503, and knows nothing of close codes.
        if (parts.trustProxy && parts.isDraining() && request.headers.get("upgrade"))
          return status(503, draining);
      })
      .use(
        openapi({
          provider: null,
          specPath: "/openapi",
          documentation: {
            info: {
              title: "Signify",
              version: parts.version,
              description: "The two WebSocket protocols are described at /asyncapi.json.",
              license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
            },
            servers: [{ url: "/", description: "The server that you ask" }],
            security: [],
          },
        }),
      )
      .onError(({ code, set }) => {
        if (code === "NOT_FOUND") {
          set.status = 404;
          return nothingHere;
        }
        set.status = 500;
        return failed;
      })
      .ws("/", socketRoute("original"))
      .ws("/v1/recognize", socketRoute("typed"))
      .get("/", ({ request, status }) => servePage(parts.page, request) ?? status(404, nothingHere), {
        detail: { summary: "The page for learners and teachers" },
      })
      .get("/*", ({ request, status }) => servePage(parts.page, request) ?? status(404, nothingHere), {
        detail: { hide: true },
      })
      // Between this page and this server alone: `inbox-door.ts` says what they tell each other.
      .all("/v1/inbox", (context) => answerInbox(parts, context), { parse: "none", detail: { hide: true } })
      .all("/v1/inbox/results", (context) => answerInbox(parts, context), {
        parse: "none",
        detail: { hide: true },
      })
      .get("/healthz", () => ({ status: "alive" as const }), {
        response: {
          200: Type.Object({ status: Type.Literal("alive") }),
          421: otherHost,
        },
        detail: { summary: "The process answers" },
      })
      .get(
        "/readyz",
        ({ status }) => {
          const cluster = parts.cluster();
          const more = cluster && { cluster };
          return parts.isReady()
            ? { status: "ready" as const, ...more }
            : status(503, { status: "not-ready" as const, ...more });
        },
        {
          response: {
            200: Type.Object({ status: Type.Literal("ready"), cluster: clusterState }),
            421: otherHost,
            503: Type.Object({ status: Type.Literal("not-ready"), cluster: clusterState }),
          },
          detail: { summary: "Models are loaded, and the server is not shutting down" },
        },
      )
      .get(
        "/metrics",
        ({ set }) => {
          set.headers["content-type"] = parts.metrics.contentType;
          return parts.metrics.text();
        },
        { detail: { summary: "Prometheus metrics" } },
      )
      .get("/asyncapi.json", () => asyncApiDocument(parts.version), {
        detail: { summary: "AsyncAPI description of both WebSocket protocols" },
      })
  );
}

/** What the page asks first is answered also where there is no inbox: it shows nothing of one then. */
function answerInbox({ inbox, trustProxy }: AppParts, context: ElysiaContext): Promise<Response> | Response {
  if (inbox) return inbox(context.request, visitorOf(context, trustProxy).address);
  const { method, url } = context.request;
  const isAsked = method === "GET" && new URL(url).pathname === "/v1/inbox";
  return isAsked ? Response.json({ on: false }) : Response.json(nothingHere, { status: 404 });
}

/** HTTP/1.0 may leave out the Host, and Bun then leaves out all that comes before the path. */
function withHost(request: Request): Request {
  return request.url.startsWith("/") ? new Request(`http://localhost${request.url}`, request) : request;
}

/** What Bun tells a connection, which ends by itself if it fails. */
function eventsOf(connection: TransportConnection, socket: Socket) {
  return {
    message(_: unknown, message: string | Uint8Array) {
      try {
        connection.receive(message);
      } catch {
        socket.close(1011, "internal error");
      }
    },
    ping: () => connection.pinged(),
    pong: () => connection.pinged(),
    drain: () => connection.drained(),
    close: () => connection.close(),
  };
}

function visitorOf({ request, server, headers, query }: ElysiaContext, trustProxy: boolean): Visitor {
  const forwarded = trustProxy ? forwardedAddress(headers["x-forwarded-for"]) : "";
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1];
  return {
    address: forwarded || (server?.requestIP(request)?.address ?? ""),
    origin: headers.origin,
    host: headers.host,
    token: bearer ?? query.access_token,
  };
}
