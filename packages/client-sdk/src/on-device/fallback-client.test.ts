import { describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import {
  createScriptedClassifier,
  deferred,
  handLandmarks,
  readingOf,
  settleMicrotasks,
} from "@signify/core/testing";
import type { SignifyClient } from "../client.ts";
import { connect } from "../connect.ts";
import type { ClientEvent } from "../events/client-event.ts";
import { fakeJpeg } from "../testing/fake-frames.ts";
import { createFakeServer } from "../testing/fake-server.ts";
import { createManualTiming, type ManualTiming } from "../testing/manual-timing.ts";
import { createDeviceClient } from "./device-client.ts";
import { openWithFallback } from "./fallback-client.ts";

function setUp() {
  const server = createFakeServer();
  const timing = createManualTiming();
  const devices: SignifyClient[] = [];
  const target = "A";
  const open = (options: { signal?: AbortSignal } = {}) =>
    openWithFallback({
      ...{ target, _internal: timing, ...options },
      remote: () => connect({ url: "ws://a", target, WebSocket: server.WebSocket, _internal: timing }),
      async device() {
        const device = createDevice(timing);
        devices.push(device);
        return device;
      },
    });
  return { server, timing, devices, open };
}

/** A recognizer of this device that reads a D, whatever it sees. */
const createDevice = (timing: ManualTiming) =>
  createDeviceClient({ classifier: createScriptedClassifier(() => readingOf("D")), _internal: timing });

const listen = (client: SignifyClient) => {
  const events: ClientEvent[] = [];
  for (const type of ["prediction", "target", "error", "state"] as const) {
    client.on(type, (event) => events.push(event));
  }
  return events;
};
const states = (events: ClientEvent[]) =>
  events.flatMap((event) => (event.type === "state" ? [event.reason ?? event.state] : []));

describe("openWithFallback", () => {
  test("uses the server, and does not even open the device's recogniser", async () => {
    const { server, devices, open } = setUp();
    const client = await open();
    expect(client.state).toBe("ready");
    expect(server.connections).toBe(1);
    expect(devices).toEqual([]);
    client.close();
  });

  test("begins on the device when the server cannot be reached, and goes over to it when it can", async () => {
    const { server, timing, devices, open } = setUp();
    server.refuse("unreachable");
    const client = await open();
    const events = listen(client);
    expect([client.state, client.reason]).toEqual(["degraded", "on-device"]);
    client.setTarget("C");
    expect(devices[0]?.target).toBe("C");
    for (let frame = 0; frame < 8; frame++) {
      client.sendLandmarks(handLandmarks(frame));
      await settleMicrotasks();
    }
    expect(events.at(-1)).toMatchObject({ type: "prediction", letter: "D", target: "C" });
    client.setTarget("B");
    server.refuse("none");
    await timing.advance(2000);
    expect(client.state).toBe("ready");
    expect(server.target).toBe("B");
    server.predict("B");
    await timing.advance(0);
    expect(events.at(-1)).toMatchObject({ type: "prediction", letter: "B", target: "B" });
    expect(devices).toHaveLength(1);
    client.close();
    expect(devices[0]?.state).toBe("closed");
    expect(timing.armed).toBe(0);
  });

  test("takes over when the connection stays away, keeps the target, and goes back", async () => {
    const { server, timing, devices, open } = setUp();
    const client = await open();
    const events = listen(client);
    client.setTarget("C");
    await timing.advance(0);
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(1000);
    expect(devices).toHaveLength(0);
    await timing.advance(1000);
    expect(client.reason).toBe("on-device");
    for (let frame = 0; frame < 8; frame++) {
      client.sendLandmarks(handLandmarks(frame));
      await settleMicrotasks();
    }
    expect(events.at(-1)).toMatchObject({ letter: "D", target: "C" });
    server.refuse("none");
    await timing.advance(2000);
    expect(states(events)).toEqual(["lost", "on-device", "ready"]);
    expect(server.target).toBe("C");
    expect(client.counts.sent).toBe(8);
    client.close();
    expect(timing.armed).toBe(0);
  });

  test("a short loss is sat out", async () => {
    const { server, timing, devices, open } = setUp();
    const client = await open();
    server.disconnect();
    await timing.advance(5000);
    expect(client.state).toBe("ready");
    expect(devices).toEqual([]);
    client.close();
  });

  test("what another attempt would not cure is told, not hidden behind the device", async () => {
    const { server, timing, open } = setUp();
    server.refuse("unauthorized");
    expect(await open().catch((error: unknown) => error)).toMatchObject({ code: "unauthorized" });
    server.refuse("none");
    const client = await open();
    server.disconnect(4401);
    await timing.advance(0);
    expect(client.state).toBe("closed");
    expect(client.error).toMatchObject({ code: "unauthorized" });
  });

  test("a device that cannot read letters either is told as an error, and the server is still tried", async () => {
    const server = createFakeServer();
    const timing = createManualTiming();
    const client = await openWithFallback({
      _internal: timing,
      remote: () => connect({ url: "ws://a", WebSocket: server.WebSocket, _internal: timing }),
      device: () => Promise.reject(new Error("no wasm here")),
    });
    const events = listen(client);
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(3000);
    expect(events.at(-1)).toMatchObject({ type: "error", error: { code: "letters-failed" } });
    server.refuse("none");
    await timing.advance(2000);
    expect(client.state).toBe("ready");
    client.close();
  });

  test("a device that failed is tried again at the next loss, and opened once", async () => {
    const server = createFakeServer();
    const timing = createManualTiming();
    let opened = 0;
    const client = await openWithFallback({
      _internal: timing,
      remote: () => connect({ url: "ws://a", WebSocket: server.WebSocket, _internal: timing }),
      async device() {
        opened += 1;
        if (opened === 1) throw new Error("no network for the model");
        return createDevice(timing);
      },
    });
    const reasons: unknown[] = [];
    for (let loss = 0; loss < 3; loss++) {
      server.refuse("unreachable");
      server.disconnect();
      await timing.advance(2000);
      reasons.push(client.reason);
      server.refuse("none");
      await timing.advance(2000);
    }
    expect(reasons).toEqual(["lost", "on-device", "on-device"]);
    expect(opened).toBe(2);
    client.close();
  });

  test("letters of the device that a loop has not read are gone when the server is back", async () => {
    const { server, timing, open } = setUp();
    server.refuse("unreachable");
    const client = await open();
    const loop = client.events();
    for (let frame = 0; frame < 8; frame++) {
      client.sendLandmarks(handLandmarks(frame));
      await settleMicrotasks();
    }
    server.refuse("none");
    await timing.advance(2000);
    expect((await loop.next()).value).toMatchObject({ type: "state", state: "ready" });
    client.close();
  });

  test("tells what the client in use tells, and nothing of the other", async () => {
    const { server, timing, devices, open } = setUp();
    const client = await open();
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(2000);
    server.refuse("none");
    await timing.advance(2000);
    const events = listen(client);
    for (let frame = 0; frame < 8; frame++) {
      devices[0]?.sendLandmarks(handLandmarks(frame));
      await settleMicrotasks();
    }
    expect(events).toEqual([]);
    server.predict("A");
    await timing.advance(0);
    expect(events).toMatchObject([{ type: "prediction", letter: "A" }]);
    client.close();
  });

  test("takes the letters of an older target back from a loop, wherever they were read", async () => {
    const { server, timing, open } = setUp();
    const client = await open();
    const loop = client.events();
    server.predict("A");
    await timing.advance(0);
    client.setTarget("B");
    await timing.advance(0);
    expect((await loop.next()).value).toMatchObject({ type: "target", target: "B" });
    client.close();
  });

  test("refuses a bad target, and keeps the one that it has", async () => {
    const { open } = setUp();
    const client = await open();
    expect(() => client.setTarget("AB" as "A")).toThrow(/one letter A–Z/);
    expect(client.target).toBe("A");
    client.close();
  });

  test("pictures go to the client in use, and so does what is asked about the session", async () => {
    const { server, timing, open } = setUp();
    const client = await open();
    expect(client.session.model.name).toBe("fake");
    client.sendFrame(fakeJpeg());
    await timing.advance(0);
    expect(server.frames).toMatchObject([{ kind: "picture" }]);
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(2000);
    expect(client.session.model.name).toBe("on-device");
    client.close();
  });

  test("says that the server is silent while it is still the one that is asked", async () => {
    const { server, timing, open } = setUp();
    const client = await open();
    server.freeze(true);
    client.sendLandmarks(handLandmarks());
    await timing.advance(14_000);
    expect([client.state, client.reason]).toEqual(["degraded", "silent"]);
    client.close();
  });

  test("a device that is ready only after the server is back is not used", async () => {
    const server = createFakeServer();
    const timing = createManualTiming();
    const opening = deferred<SignifyClient>();
    const client = await openWithFallback({
      _internal: timing,
      remote: () => connect({ url: "ws://a", WebSocket: server.WebSocket, _internal: timing }),
      device: () => opening.promise,
    });
    const events = listen(client);
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(2000);
    server.refuse("none");
    await timing.advance(2000);
    opening.resolve(createDevice(timing));
    await timing.advance(0);
    expect(states(events)).toEqual(["lost", "ready"]);
    client.close();
  });

  test("a device that is ready only after the end is closed", async () => {
    const server = createFakeServer();
    const timing = createManualTiming();
    const opening = deferred<SignifyClient>();
    const client = await openWithFallback({
      _internal: timing,
      remote: () => connect({ url: "ws://a", WebSocket: server.WebSocket, _internal: timing }),
      device: () => opening.promise,
    });
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(2000);
    client.close();
    const device = createDevice(timing);
    opening.resolve(device);
    await timing.advance(0);
    expect(device.state).toBe("closed");
  });

  test("a server that is found only after the end is left again", async () => {
    const { server, timing, open } = setUp();
    server.refuse("unreachable");
    const client = await open();
    server.refuse("none");
    server.freeze(true);
    await timing.advance(100);
    expect(server.connections).toBe(1);
    client.close();
    server.freeze(false);
    await timing.advance(0);
    expect(server.connections).toBe(0);
    expect(timing.armed).toBe(0);
  });

  test("asks the server again, less and less often, and ends when it refuses for good", async () => {
    const { server, timing, devices, open } = setUp();
    server.refuse("unreachable");
    const client = await open();
    const loop = client.events();
    await timing.advance(10_000);
    expect(server.addresses.length).toBeWithin(8, 20);
    server.refuse("origin-refused");
    await timing.advance(2000);
    expect(client).toMatchObject({ state: "closed", reason: undefined, error: { code: "origin-refused" } });
    expect((await loop.next()).value).toMatchObject({ type: "state", state: "closed" });
    expect(await loop.next().catch((error: unknown) => error)).toMatchObject({ code: "origin-refused" });
    expect(devices[0]?.state).toBe("closed");
    expect(timing.armed).toBe(0);
  });

  test("when neither works, what keeps the device from it is told", async () => {
    const server = createFakeServer();
    server.refuse("unreachable");
    const timing = createManualTiming();
    const opening = openWithFallback({
      _internal: timing,
      remote: () => connect({ url: "ws://a", WebSocket: server.WebSocket, _internal: timing }),
      device: () => Promise.reject(new SignifyError("letters-failed", "no model there")),
    });
    expect(await opening.catch((error: unknown) => error)).toMatchObject({ code: "letters-failed" });
    expect(timing.armed).toBe(0);
  });

  test("a signal ends it, before it is open or after", async () => {
    const { server, timing, devices, open } = setUp();
    const aborted = open({ signal: AbortSignal.abort("left") }).catch((error: unknown) => error);
    expect((await aborted) as unknown).toBe("left");
    expect(server.addresses).toEqual([]);

    const abort = new AbortController();
    server.refuse("unreachable");
    const client = await open({ signal: abort.signal });
    abort.abort();
    expect(client.state).toBe("closed");
    expect(client.error).toBeUndefined();
    expect(devices[0]?.state).toBe("closed");
    expect(timing.armed).toBe(0);
  });

  test("a signal that is aborted while the device opens leaves nothing open", async () => {
    const server = createFakeServer();
    server.refuse("unreachable");
    const timing = createManualTiming();
    const abort = new AbortController();
    const device = createDevice(timing);
    const opening = openWithFallback({
      ...{ signal: abort.signal, _internal: timing },
      remote: () => connect({ url: "ws://a", WebSocket: server.WebSocket, _internal: timing }),
      async device() {
        abort.abort("left");
        return device;
      },
    });
    expect((await opening.catch((error: unknown) => error)) as unknown).toBe("left");
    expect(device.state).toBe("closed");
    expect(timing.armed).toBe(0);
  });

  test("await using closes both", async () => {
    const { server, timing, devices, open } = setUp();
    {
      await using client = await open();
      server.refuse("unreachable");
      server.disconnect();
      await timing.advance(2000);
      expect(client.reason).toBe("on-device");
    }
    expect(devices[0]?.state).toBe("closed");
    expect(timing.armed).toBe(0);
  });
});
