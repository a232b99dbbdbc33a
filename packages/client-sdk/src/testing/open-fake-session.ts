import type { SignifyClient } from "../client.ts";
import { connect } from "../connect.ts";
import type { ConnectOptions } from "../connect-options.ts";
import type { ClientEvent } from "../events/client-event.ts";
import { createFakeServer, type FakeServer, type FakeServerOptions } from "./fake-server.ts";
import { createManualTiming, type ManualTiming } from "./manual-timing.ts";
import { recordEvents } from "./record-events.ts";

/** A client, its server and its time, and what it has told so far. */
export type FakeSession = {
  server: FakeServer;
  timing: ManualTiming;
  client: SignifyClient;
  events: ClientEvent[];
};

/** Connects a client to a server in memory. */
export async function openFakeSession(
  options: Partial<ConnectOptions> = {},
  serverOptions: FakeServerOptions = {},
): Promise<FakeSession> {
  const server = createFakeServer(serverOptions);
  const timing = createManualTiming();
  const url = "ws://signify.example";
  const client = await connect({ url, WebSocket: server.WebSocket, timing, ...options });
  return { server, timing, client, events: recordEvents(client) };
}
