import { describe, expect, test } from "bun:test";
import { deferred, handLandmarks } from "@signify/core/testing";
import type { SignifyClient } from "../client.ts";
import { createFakeFallback } from "../testing/fake-fallback.ts";
import { fakeJpeg } from "../testing/fake-frames.ts";
import type { FakeServer } from "../testing/fake-server.ts";
import { lettersOf, recordEvents, statesOf } from "../testing/record-events.ts";

describe("openWithFallback", () => {
  test("uses the server, and leaves the device alone until that has proved itself", async () => {
    const { server, timing, devices, open } = createFakeFallback();
    const client = await open();
    expect(client.state).toBe("ready");
    expect(server.connections).toBe(1);
    await timing.advance(2999);
    expect(devices).toEqual([]);
    client.close();
  });

  test.each([
    ["has lasted", async () => {}, 3000],
    ["has given a letter", async (server: FakeServer) => server.predict("A"), 0],
  ])("opens the device's recognizer when the session %s, and lets it wait", async (_, happen, after) => {
    const { server, timing, devices, open } = createFakeFallback();
    const client = await open();
    const events = recordEvents(client);
    await happen(server);
    await timing.advance(after);
    await timing.advance(10_000);
    expect(devices).toHaveLength(1);
    expect(statesOf(events)).toEqual([]);
    expect(client.state).toBe("ready");
    client.close();
    expect(devices[0]?.state).toBe("closed");
    expect(timing.armed).toBe(0);
  });

  test("opens it only when it is needed, if the app says so", async () => {
    const { server, timing, devices, open, lose } = createFakeFallback();
    const client = await open({ prepare: false });
    server.predict("A");
    await timing.advance(60_000);
    expect(devices).toEqual([]);
    await lose();
    expect(client.reason).toBe("on-device");
    client.close();
  });

  test("begins on the device when the server cannot be reached, and goes over to it when it can", async () => {
    const { server, timing, devices, open, restore, film } = createFakeFallback();
    server.refuse("unreachable");
    const client = await open();
    const events = recordEvents(client);
    expect([client.state, client.reason]).toEqual(["degraded", "on-device"]);
    client.setTarget("C");
    expect(devices[0]?.target).toBe("C");
    await film(client);
    expect(events.at(-1)).toMatchObject({ type: "prediction", letter: "D", target: "C" });
    client.setTarget("B");
    await restore();
    expect(client.state).toBe("ready");
    expect(server.target).toBe("B");
    client.sendLandmarks(handLandmarks());
    await timing.advance(0);
    server.predict("B");
    await timing.advance(0);
    expect(events.at(-1)).toMatchObject({ type: "prediction", letter: "B", target: "B" });
    expect(devices).toHaveLength(1);
    client.close();
    expect(devices[0]?.state).toBe("closed");
    expect(timing.armed).toBe(0);
  });

  test("takes over when the connection stays away, keeps the target, and goes back", async () => {
    const { server, timing, devices, open, restore, film } = createFakeFallback();
    const client = await open();
    const events = recordEvents(client);
    client.setTarget("C");
    await timing.advance(0);
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(1499);
    expect(devices).toHaveLength(1);
    expect(client.reason).toBe("lost");
    await timing.advance(1);
    expect(client.reason).toBe("on-device");
    await film(client);
    expect(events.at(-1)).toMatchObject({ letter: "D", target: "C" });
    await restore();
    expect(statesOf(events)).toEqual(["lost", "on-device", "ready"]);
    expect(server.target).toBe("C");
    expect(client.counts.sent).toBe(8);
    client.close();
    expect(timing.armed).toBe(0);
  });

  test("a short loss is sat out", async () => {
    const { server, timing, open } = createFakeFallback();
    const client = await open();
    const events = recordEvents(client);
    server.disconnect();
    await timing.advance(5000);
    expect(statesOf(events)).toEqual(["lost", "ready"]);
    client.close();
  });

  test("how long a loss is sat out is for the app to say", async () => {
    const { server, timing, open } = createFakeFallback();
    const client = await open({ fallbackAfter: 100 });
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(99);
    expect(client.reason).toBe("lost");
    await timing.advance(1);
    expect(client.reason).toBe("on-device");
    client.close();
  });

  test("tells what the client in use tells, and nothing of the other", async () => {
    const { server, timing, devices, open, lose, restore, film } = createFakeFallback();
    const client = await open();
    await lose();
    await restore();
    const events = recordEvents(client);
    await film(devices[0]);
    expect(events).toEqual([]);
    client.sendLandmarks(handLandmarks());
    await timing.advance(0);
    server.predict("A");
    await timing.advance(0);
    expect(events).toMatchObject([{ type: "prediction", letter: "A" }]);
    client.close();
  });

  test("takes the letters of an older target back from a loop, wherever they were read", async () => {
    const { server, timing, open } = createFakeFallback();
    const client = await open();
    const loop = client.events();
    server.predict("A");
    await timing.advance(0);
    client.setTarget("B");
    await timing.advance(0);
    expect((await loop.next()).value).toMatchObject({ type: "target", target: "B" });
    client.close();
  });

  test("letters of the device that a loop has not read are gone when the server is back", async () => {
    const { server, open, restore, film } = createFakeFallback();
    server.refuse("unreachable");
    const client = await open();
    const loop = client.events();
    await film(client);
    await restore();
    expect((await loop.next()).value).toMatchObject({ type: "state", state: "ready" });
    client.close();
  });

  test("refuses a bad target, and keeps the one that it has", async () => {
    const { open } = createFakeFallback();
    const client = await open();
    expect(() => client.setTarget("AB" as "A")).toThrow(/one letter A–Z/);
    expect(client.target).toBe("A");
    client.close();
  });

  test("pictures go to the client in use, and so does what is asked about the session", async () => {
    const { server, timing, open, lose } = createFakeFallback();
    const client = await open();
    expect(client.session.model.name).toBe("fake");
    client.sendFrame(fakeJpeg());
    await timing.advance(0);
    expect(server.frames).toMatchObject([{ kind: "picture" }]);
    await lose();
    expect(client.session.model.name).toBe("on-device");
    client.close();
  });

  test("bridges a server that says nothing any more, and goes back when it answers", async () => {
    const { server, timing, open } = createFakeFallback();
    const client = await open();
    await timing.advance(5000);
    const events = recordEvents(client);
    server.freeze(true);
    client.sendLandmarks(handLandmarks());
    await timing.advance(2500);
    expect(client.reason).toBe("on-device");
    server.freeze(false);
    await timing.advance(0);
    expect(statesOf(events)).toEqual(["silent", "on-device", "ready"]);
    client.close();
    expect(timing.armed).toBe(0);
  });

  test("what a server that was silent says of old frames is not told after what the device has read", async () => {
    const { server, timing, open, film } = createFakeFallback();
    const client = await open();
    await timing.advance(5000);
    server.freeze(true);
    client.sendLandmarks(handLandmarks());
    await timing.advance(2500);
    expect(client.reason).toBe("on-device");
    await film(client);
    const events = recordEvents(client);
    server.freeze(false);
    server.predict("S");
    await timing.advance(0);
    expect(statesOf(events)).toEqual(["ready"]);
    expect(lettersOf(events)).toEqual([]);
    client.sendLandmarks(handLandmarks());
    await timing.advance(0);
    server.predict("T");
    await timing.advance(0);
    expect(lettersOf(events)).toEqual(["T"]);
    client.close();
  });

  test("begins on the device when the server lets it in and says nothing, and goes over when it speaks", async () => {
    const { server, timing, open } = createFakeFallback();
    server.freeze(true);
    const opening = open();
    await timing.advance(1499);
    const client = await Promise.race([opening, Promise.resolve(undefined)]);
    expect(client).toBeUndefined();
    await timing.advance(1);
    const opened = await opening;
    expect(opened.reason).toBe("on-device");
    server.freeze(false);
    await timing.advance(0);
    expect(opened.state).toBe("ready");
    opened.close();
    expect(timing.armed).toBe(0);
  });

  test("a device that is ready only after the server is back is not used", async () => {
    const { timing, createDevice, open, lose, restore } = createFakeFallback();
    const opening = deferred<SignifyClient>();
    const client = await open({ device: () => opening.promise });
    const events = recordEvents(client);
    await lose();
    await restore();
    opening.resolve(createDevice());
    await timing.advance(0);
    expect(statesOf(events)).toEqual(["lost", "ready"]);
    client.close();
  });
});
