import { expect, test } from "bun:test";
import { connect, SignifyError } from "@signify/client-sdk";
import { createFakeServer, createManualTiming, fakeLandmarks } from "@signify/client-sdk/testing";
import { forwardEvents } from "./forward-events.ts";
import type { RecognizerEvent } from "./recognizer.ts";

/** A client of a server in memory, and what the page is told of it. */
async function open() {
  const server = createFakeServer();
  const timing = createManualTiming();
  const client = await connect({
    url: "ws://localhost",
    WebSocket: server.WebSocket,
    events: ["status", "landmarks"],
    timing,
  });
  const events: RecognizerEvent[] = [];
  forwardEvents(client, { aspect: () => 1.5, onEvent: (event) => events.push(event) });
  return { server, timing, client, events };
}

test("the present state comes first", async () => {
  const { events, client } = await open();
  expect(events).toEqual([{ type: "link", link: "ok" }]);
  client.close();
});

test("a camera that is lost is no matter of the link", async () => {
  const { client, events } = await open();
  client.reportTrouble(new SignifyError("camera-lost", "unplugged"));
  expect(client.state).toBe("degraded");
  expect(events.at(-1)).toEqual({ type: "link", link: "ok" });
  client.close();
});

test("a prediction is a reading", async () => {
  const { server, client, events, timing } = await open();
  client.sendLandmarks(fakeLandmarks(), { capturedAt: 7 });
  await timing.advance(0);
  server.predict("B", 0.8);
  await timing.advance(0);
  expect(events.at(-1)).toMatchObject({
    type: "reading",
    reading: { letter: "B", probability: 0.8, target: null, capturedAt: 7 },
  });
  client.close();
});

test("a hand that is gone has no points", async () => {
  const { server, client, events, timing } = await open();
  server.send({ type: "status", sequence: 1, state: "no-hand" });
  await timing.advance(0);
  expect(events.slice(1)).toEqual([
    { type: "hands", state: "no-hand" },
    { type: "points", points: undefined },
  ]);
  client.close();
});

test("points come with the aspect of the picture, or of the video where the server does not say", async () => {
  const { server, client, events, timing } = await open();
  const points = Array.from({ length: 126 }, () => 0.5);
  server.send({ type: "landmarks", sequence: 1, aspect: 2, points });
  server.send({ type: "landmarks", sequence: 2, points });
  server.send({ type: "landmarks", sequence: 3, aspect: 2, points: points.map(() => 0) });
  await timing.advance(0);
  const told = events.flatMap((event) => (event.type === "points" ? [event.points?.aspect] : []));
  expect(told).toEqual([2, 1.5, undefined]);
  expect(events.filter(({ type }) => type === "frame")).toHaveLength(3);
  client.close();
});

test("a connection that breaks is lost, and a client that closes has ended", async () => {
  const { server, client, events, timing } = await open();
  server.disconnect();
  await timing.advance(0);
  expect(events.at(-1)).toEqual({ type: "link", link: "lost" });
  client.close();
  expect(events.at(-1)).toEqual({ type: "ended", error: undefined });
});
