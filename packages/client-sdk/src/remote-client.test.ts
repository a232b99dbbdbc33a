import { describe, expect, test } from "bun:test";
import { getEventListeners } from "node:events";
import { connect } from "./connect.ts";
import type { ClientEvent } from "./events/client-event.ts";
import { fakeJpeg, fakeLandmarks } from "./testing/fake-frames.ts";
import { createFakeServer } from "./testing/fake-server.ts";
import { openFakeSession } from "./testing/open-fake-session.ts";
import { lettersOf, statesOf } from "./testing/record-events.ts";

describe("a connected client", () => {
  test("delivers no correction of an older target once setTarget has returned", async () => {
    const { server, client, events, timing } = await openFakeSession({ target: "S", events: ["correction"] });
    expect(server.messages[0]).toMatchObject({ type: "session.start", events: ["correction"] });
    const correct = (epoch: number, target: string) =>
      server.send({
        ...{ type: "correction", sequence: 1, epoch, target, key: "bend-little", part: "little" },
        ...{ change: "bend", points: [38], strength: 0.5 },
      });
    const targets = () => events.flatMap((event) => (event.type === "correction" ? [event.target] : []));
    correct(1, "S");
    await timing.advance(0);
    expect(targets()).toEqual(["S"]);
    correct(1, "S");
    client.setTarget("W");
    await timing.advance(0);
    correct(1, "S");
    await timing.advance(0);
    expect(targets()).toEqual(["S"]);
    correct(2, "W");
    await timing.advance(0);
    expect(targets()).toEqual(["S", "W"]);
    client.close();
  });

  test("delivers no letter of an older target once setTarget has returned", async () => {
    const { server, client, events, timing } = await openFakeSession({ target: "A" });
    const loop = client.events();
    client.sendFrame(fakeJpeg());
    await timing.advance(0);
    // On the way when the target changes, and one that the loop has not read yet.
    server.predict("A");
    await timing.advance(0);
    server.predict("A");
    client.setTarget("b");
    expect(client.target).toBe("B");
    await timing.advance(0);
    expect(lettersOf(events)).toEqual(["A"]);
    server.predict("B");
    await timing.advance(0);
    expect(lettersOf(events)).toEqual(["A", "B"]);
    client.close();
    const read: ClientEvent[] = [];
    for await (const event of loop) read.push(event);
    expect(lettersOf(read)).toEqual(["B"]);
    expect(read.map(({ type }) => type)).toEqual(["target", "prediction", "state"]);
  });

  test("refuses what is not a letter, a picture or landmarks, and says what was expected", async () => {
    const { client } = await openFakeSession({}, { messageBytes: 1000 });
    expect(() => client.setTarget("é")).toThrow(/one letter A–Z/);
    expect(() => client.sendFrame(new Uint8Array(50))).toThrow(/Expected a JPEG/);
    expect(() => client.sendFrame(fakeJpeg(985))).toThrow(/at most 984 bytes/);
    expect(() => client.sendFrame(fakeJpeg(984))).not.toThrow();
    expect(() => client.sendLandmarks(new Float32Array(63))).toThrow(/126 finite numbers/);
    expect(() => client.sendLandmarks(new Float32Array(126).fill(Number.NaN))).toThrow(/126 finite/);
    expect(client.counts.offered).toBe(1);
    client.close();
  });

  test("setTarget(undefined) is refused and clears nothing", async () => {
    const { server, client } = await openFakeSession({ target: "A" });
    expect(() => client.setTarget(undefined as never)).toThrow(
      "Expected one letter A–Z, or null for no target.",
    );
    expect([client.target, server.target]).toEqual(["A", "A"]);
    client.close();
  });

  test("tells of errors and statuses, and goes on", async () => {
    const { server, client, events, timing } = await openFakeSession();
    server.send({ type: "status", sequence: 1, state: "filling", frames: 1, needed: 8 });
    server.send({
      type: "error",
      code: "bad-picture",
      message: "Not a JPEG.",
      retryable: false,
      sequence: 1,
    });
    await timing.advance(0);
    expect(events).toMatchObject([
      { type: "status", state: "filling", needed: 8 },
      { type: "error", error: { code: "bad-picture" }, sequence: 1 },
    ]);
    expect(client.state).toBe("ready");
    client.close();
  });

  test("keeps its targets to a quarter of the server's messages, and the last one is in force", async () => {
    const { server, client, timing } = await openFakeSession({}, { framesPerSecond: 8 });
    for (let change = 0; change < 40; change++) {
      client.setTarget(change % 2 ? "B" : "C");
      await timing.advance(100);
    }
    await timing.advance(1000);
    const targets = server.messages.filter(({ type }) => type === "target.set");
    expect(targets.length).toBeWithin(8, 11);
    expect(server.target).toBe("B");
    client.close();
  });

  test("does not send a frame that was captured before the target changed", async () => {
    const { server, client, timing } = await openFakeSession({}, { framesPerSecond: 1 });
    client.sendFrame(fakeJpeg());
    client.sendFrame(fakeJpeg());
    client.setTarget("B");
    await timing.advance(5000);
    expect(server.frames).toHaveLength(1);
    expect(client.counts.dropped["new-target"]).toBe(1);
    client.close();
  });

  test("never holds more than one frame back, and counts all of them", async () => {
    const { server, client, timing } = await openFakeSession({}, { framesPerSecond: 10 });
    for (let shot = 0; shot < 300; shot++) {
      client.sendLandmarks(fakeLandmarks(shot));
      await timing.advance(10);
    }
    await timing.advance(1000);
    const { offered, sent, dropped } = client.counts;
    expect(server.frames).toHaveLength(sent);
    expect(sent).toBeLessThanOrEqual(33);
    expect(sent).toBeGreaterThan(25);
    expect(offered).toBe(sent + dropped.paced + dropped["slow-link"]);
    expect(server.frames.at(-1)?.sequence).toBe(300);
    client.close();
  });

  test("ends quietly when it is closed, more than once, with frames still coming", async () => {
    const { signal } = new AbortController();
    const { server, client, events, timing } = await openFakeSession({ signal });
    const loop = client.events();
    client.close();
    client.close();
    expect(getEventListeners(signal, "abort")).toEqual([]);
    client.sendFrame(fakeJpeg());
    client.setTarget("C");
    await timing.advance(60_000);
    expect(statesOf(events)).toEqual(["closed"]);
    expect((await loop.next()).value).toMatchObject({ state: "closed" });
    expect((await loop.next()).done).toBe(true);
    expect(client.counts.dropped.closed).toBe(1);
    expect(server.connections).toBe(0);
    expect(server.addresses).toHaveLength(1);
    expect(timing.armed).toBe(0);
  });

  test("await using closes it", async () => {
    const server = createFakeServer();
    {
      await using client = await connect({ url: "ws://a", WebSocket: server.WebSocket });
      expect(client.state).toBe("ready");
    }
    await Promise.resolve();
    expect(server.connections).toBe(0);
  });

  test("two clients know nothing of each other", async () => {
    const one = await openFakeSession({ target: "A" });
    const two = await openFakeSession({ target: "B" });
    one.client.setTarget("C");
    one.server.predict("C");
    await one.timing.advance(0);
    expect(two.client.target).toBe("B");
    expect(two.events).toEqual([]);
    one.client.close();
    expect(two.client.state).toBe("ready");
    two.client.close();
  });
});
