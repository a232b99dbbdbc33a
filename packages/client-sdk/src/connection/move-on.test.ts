import { describe, expect, test } from "bun:test";
import { connect } from "../connect.ts";
import type { ClientEvent } from "../events/client-event.ts";
import { fakeJpeg } from "../testing/fake-frames.ts";
import { createFakeServer } from "../testing/fake-server.ts";
import { createManualTiming } from "../testing/manual-timing.ts";

const draining = { type: "session.draining", seconds: 10 };

async function setUp() {
  const timing = createManualTiming();
  const server = createFakeServer();
  const client = await connect({
    url: "ws://a",
    target: "A",
    WebSocket: server.WebSocket,
    timing,
  });
  const events: ClientEvent[] = [];
  for (const type of ["state", "prediction", "target"] as const)
    client.on(type, (event) => events.push(event));
  const states = () => events.flatMap((event) => (event.type === "state" ? [event.state] : []));
  return { timing, server, client, events, states };
}

describe("a server that says it will stop", () => {
  test("is left for another session before it closes this one, and the target goes along", async () => {
    const { timing, server, client, states } = await setUp();
    client.setTarget("C");
    server.send(draining);
    await timing.advance(0);
    expect(server.addresses).toHaveLength(2);
    expect([server.connections, server.target]).toEqual([1, "C"]);
    expect([client.state, client.target, states()]).toEqual(["ready", "C", []]);
    await timing.advance(100);
    client.sendFrame(fakeJpeg());
    await timing.advance(100);
    server.predict("C");
    expect(server.frames).toHaveLength(1);
    client.close();
  });

  test("is used until the other session is ready, and asked only once however often it says so", async () => {
    const { timing, server, client, events } = await setUp();
    server.refuse("silent");
    server.send(draining);
    server.send(draining);
    await timing.advance(0);
    expect([server.addresses.length, server.connections]).toEqual([2, 1]);
    client.sendFrame(fakeJpeg());
    await timing.advance(100);
    server.predict("A");
    await timing.advance(0);
    expect(events.at(-1)).toMatchObject({ type: "prediction", letter: "A" });
    client.close();
    expect(timing.armed).toBe(0);
  });

  test("is asked again where the other attempt is refused, and lost like any other when it closes first", async () => {
    const { timing, server, client, states } = await setUp();
    server.refuse("too-many-connections");
    server.send(draining);
    await timing.advance(20_000);
    expect(server.addresses.length).toBeGreaterThan(2);
    expect(states()).toEqual([]);
    server.disconnect(1001);
    await timing.advance(0);
    expect(client.state).toBe("connecting");
    server.refuse("none");
    await timing.advance(20_000);
    expect([client.state, server.connections, server.target]).toEqual(["ready", 1, "A"]);
    client.close();
    expect(timing.armed).toBe(0);
  });

  test("that closes while the other session opens leaves one connection, not two", async () => {
    const { timing, server, client } = await setUp();
    server.send(draining);
    server.disconnect(1001);
    await timing.advance(20_000);
    expect([client.state, server.connections]).toEqual(["ready", 1]);
    client.close();
    await timing.advance(0);
    expect([server.connections, timing.armed]).toEqual([0, 0]);
  });

  test("a target set on the way is the one of the new session, and no letter of the old one comes", async () => {
    const { timing, server, client, events } = await setUp();
    server.freeze(true);
    server.send(draining);
    await timing.advance(10);
    client.setTarget("D");
    server.freeze(false);
    await timing.advance(3000);
    expect([server.connections, server.target, client.target]).toEqual([1, "D", "D"]);
    server.predict("D");
    await timing.advance(0);
    const letters = events.filter((event) => event.type === "prediction");
    expect(letters).toHaveLength(1);
    expect(letters.every((event) => event.type === "prediction" && event.target === "D")).toBe(true);
    client.close();
  });
});
