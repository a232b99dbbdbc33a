import { describe, expect, test } from "bun:test";
import { getEventListeners } from "node:events";
import { type LetterReading, SignifyError } from "@signify/core";
import {
  createScriptedClassifier,
  createScriptedLocator,
  deferred,
  handLandmarks,
  locatedHands,
  readingOf,
  settleMicrotasks,
  testModel,
} from "@signify/core/testing";
import type { ClientEvent } from "../events/client-event.ts";
import { fakeJpeg } from "../testing/fake-frames.ts";
import { createManualTiming } from "../testing/manual-timing.ts";
import { recordEvents } from "../testing/record-events.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import { createDeviceClient, type DeviceClientOptions } from "./device-client.ts";

function setUp(options: Partial<DeviceClientOptions> = {}) {
  const timing = createManualTiming();
  const classifier = createScriptedClassifier(() => readingOf("C", 0.8));
  const client = createDeviceClient({ classifier, timing, ...options });
  const events = recordEvents(client);
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

  test("pictures go to the locator, with what is said of them", async () => {
    const locator = createScriptedLocator();
    const { client } = setUp({ locator });
    const sequence = client.sendFrame(fakeJpeg());
    await settleMicrotasks();
    expect(locator.calls[0]?.frame).toMatchObject({ sequence, mirrored: false, capturedAt: 0 });
    locator.calls[0]?.resolve(locatedHands());
    await settleMicrotasks();
    client.sendFrame(fakeJpeg(), { mirrored: true, capturedAt: 5 });
    await settleMicrotasks();
    expect(locator.calls[1]?.frame).toMatchObject({ mirrored: true, capturedAt: 5 });
    client.close();
  });

  test("takes the letters of an older target back from a loop that has not read them", async () => {
    const { client, film } = setUp({ target: "A" });
    const loop = client.events();
    await film(8);
    client.setTarget("B");
    expect((await loop.next()).value).toMatchObject({ type: "target", target: "B" });
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
    expect(client.state).toBe("closed");
    client.close();
    client.sendLandmarks(handLandmarks());
    expect((await loop.next()).value).toMatchObject({ state: "closed" });
    expect((await loop.next()).done).toBe(true);
    expect(closings).toEqual(["closed"]);
    expect(client.counts.dropped.closed).toBe(1);
  });

  test("what the classifier cannot read is told for that frame alone, and the next one is read", async () => {
    let calls = 0;
    const classifier = createScriptedClassifier(() => {
      calls += 1;
      if (calls === 1) throw new Error("out of memory");
      return readingOf("C");
    });
    const { client, events, film } = setUp({ classifier, mode: "still", events: [] });
    await film(2);
    expect(events).toMatchObject([
      { type: "error", sequence: 1, error: { code: "internal", cause: { message: "out of memory" } } },
      { type: "prediction", sequence: 2 },
    ]);
    client.close();
  });

  test("an error that has a code keeps it", async () => {
    const failed = new SignifyError("letters-failed", "The worker broke.");
    const classifier = { classify: () => Promise.reject(failed) };
    const { client, events, film } = setUp({ classifier, mode: "still" });
    await film(1);
    expect(events).toMatchObject([{ type: "error", error: failed }]);
    client.close();
  });

  test("a listener's mistake is no reason to close", async () => {
    const tasks: (() => void)[] = [];
    const { client, film, events } = setUp({ mode: "still", events: [] });
    client.on("prediction", () => {
      throw new Error("a mistake of the app");
    });
    const restore = replaceGlobal("queueMicrotask", (task: () => void) => tasks.push(task));
    await film(2).finally(restore);
    expect(types(events)).toEqual(["prediction", "prediction"]);
    expect(client.state).toBe("ready");
    expect(tasks).toHaveLength(2);
    client.close();
  });

  test("refuses what is not a letter, a picture or landmarks, before it counts", () => {
    const { client } = setUp();
    expect(() => client.setTarget("AB")).toThrow(/one letter A–Z/);
    expect(() => client.sendFrame(new Uint8Array(50))).toThrow(/Expected a JPEG/);
    expect(() => client.sendLandmarks(new Float32Array(63))).toThrow(/126 finite numbers/);
    expect(client).toMatchObject({ target: null, counts: { offered: 0 } });
    client.close();
  });

  test("setTarget(undefined) is refused and clears nothing", () => {
    const { client } = setUp({ target: "A" });
    expect(() => client.setTarget(undefined as never)).toThrow(
      "Expected one letter A–Z, or null for no target.",
    );
    expect(client.target).toBe("A");
    client.close();
  });

  test("says in its session what it takes, and which model reads", () => {
    const { client } = setUp({ model: { identity: testModel } });
    expect(client.session).toMatchObject({
      model: testModel,
      window: { frames: 32, needed: 8 },
      limits: { framesPerSecond: 60 },
    });
    client.close();
  });

  test("counts what became of every frame: read, replaced by a newer one, or of an older target", async () => {
    const reading = deferred<LetterReading>();
    const { client } = setUp({ classifier: { classify: () => reading.promise }, mode: "still" });
    for (let frame = 0; frame < 5; frame++) {
      client.sendLandmarks(handLandmarks(frame));
      await settleMicrotasks();
    }
    client.setTarget("B");
    reading.resolve(readingOf("A"));
    await settleMicrotasks();
    client.sendLandmarks(handLandmarks());
    await settleMicrotasks();
    client.close();
    const { offered, sent, dropped } = client.counts;
    expect(offered).toBe(6);
    expect(sent).toBe(1);
    expect(dropped.paced + dropped["new-target"]).toBe(5);
    expect(dropped["new-target"]).toBeGreaterThan(0);
  });

  test("gives no letter of an older target that was still being read", async () => {
    const reading = deferred<LetterReading>();
    const { client, events } = setUp({ classifier: { classify: () => reading.promise }, mode: "still" });
    client.sendLandmarks(handLandmarks());
    await settleMicrotasks();
    client.setTarget("B");
    reading.resolve(readingOf("A"));
    await settleMicrotasks();
    expect(types(events)).toEqual(["target"]);
    client.close();
  });

  test("after the end a target is kept in silence, and the signal let go", () => {
    const { signal } = new AbortController();
    const { client, events } = setUp({ signal });
    client.close();
    client.setTarget("q");
    expect(client.target).toBe("Q");
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(types(events)).toEqual(["state"]);
  });

  test("is not opened with a signal that is aborted already", () => {
    const signal = AbortSignal.abort("left the page");
    let thrown: unknown;
    try {
      setUp({ signal });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBe("left the page");
  });

  test("await using closes it", async () => {
    const { client } = setUp();
    {
      await using used = client;
      expect(used.state).toBe("ready");
    }
    expect(client.state).toBe("closed");
  });
});
