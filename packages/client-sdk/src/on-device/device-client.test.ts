import { describe, expect, test } from "bun:test";
import { createScriptedClassifier, handLandmarks, readingOf, settleMicrotasks } from "@signify/core/testing";
import type { ClientEvent } from "../events/client-event.ts";
import { fakeJpeg } from "../testing/fake-frames.ts";
import { createManualTiming } from "../testing/manual-timing.ts";
import { createDeviceClient, type DeviceClientOptions } from "./device-client.ts";

function setUp(options: Partial<DeviceClientOptions> = {}) {
  const timing = createManualTiming();
  const classifier = createScriptedClassifier(() => readingOf("C", 0.8));
  const client = createDeviceClient({ classifier, _internal: timing, ...options });
  const events: ClientEvent[] = [];
  for (const type of ["prediction", "status", "target", "error", "state", "landmarks"] as const) {
    client.on(type, (event) => events.push(event));
  }
  const film = async (frames: number) => {
    for (let frame = 0; frame < frames; frame++) {
      client.sendLandmarks(handLandmarks(frame), { capturedAt: frame });
      await timing.advance(33);
      await settleMicrotasks();
    }
  };
  return { client, events, film, classifier };
}

const types = (events: ClientEvent[]) => events.map(({ type }) => type);

describe("createDeviceClient", () => {
  test("tells what the remote client tells: the window fills, then a letter comes", async () => {
    const { client, events, film } = setUp({ target: "c" });
    expect(client.state).toBe("ready");
    await film(8);
    expect(types(events)).toEqual([...Array(7).fill("status"), "status", "prediction"]);
    expect(events.at(-1)).toMatchObject({
      letter: "C",
      target: "C",
      targetProbability: 0.8,
      sequence: 8,
      epoch: 1,
    });
    expect(client.counts).toMatchObject({ offered: 8, sent: 8 });
    client.close();
  });

  test("forgets everything when the target changes, and says so at once", async () => {
    const { client, events, film } = setUp({ target: "A", events: [] });
    await film(8);
    client.setTarget("B");
    expect(events.at(-1)).toEqual({ type: "target", target: "B", epoch: 2 });
    await film(7);
    expect(types(events)).toEqual(["prediction", "target"]);
    await film(1);
    expect(events.at(-1)).toMatchObject({ type: "prediction", target: "B", epoch: 2 });
    client.close();
  });

  test("without hands a picture is told to be of no use, and the client goes on", async () => {
    const { client, events } = setUp();
    client.sendFrame(fakeJpeg());
    await settleMicrotasks();
    expect(events).toMatchObject([{ type: "error", error: { code: "unsupported" }, sequence: 1 }]);
    expect(client.state).toBe("ready");
    client.close();
  });

  test("shows the hands when asked", async () => {
    const { client, events, film } = setUp({ events: ["landmarks"] });
    await film(1);
    expect(events).toMatchObject([{ type: "landmarks", sequence: 1 }]);
    client.close();
  });

  test("closes once, by the app or by a signal, and ends its loops", async () => {
    const closings: string[] = [];
    const abort = new AbortController();
    const { client } = setUp({ signal: abort.signal, onClosed: () => closings.push("closed") });
    const loop = client.events();
    abort.abort();
    client.close();
    client.sendLandmarks(handLandmarks());
    expect((await loop.next()).value).toMatchObject({ state: "closed" });
    expect((await loop.next()).done).toBe(true);
    expect(closings).toEqual(["closed"]);
    expect(client.counts.dropped.closed).toBe(1);
  });
});
