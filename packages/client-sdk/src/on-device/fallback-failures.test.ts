import { describe, expect, test } from "bun:test";
import { getEventListeners } from "node:events";
import { SignifyError } from "@signify/core";
import { deferred, handLandmarks } from "@signify/core/testing";
import type { SignifyClient } from "../client.ts";
import { createFakeFallback } from "../testing/fake-fallback.ts";
import { recordEvents, statesOf } from "../testing/record-events.ts";

const failure = (opening: Promise<unknown>) => opening.catch((error: unknown) => error);

describe("a fallback that fails", () => {
  test("what another attempt would not cure is told, not hidden behind the device", async () => {
    const { server, timing, open } = createFakeFallback();
    server.refuse("unauthorized");
    expect(await failure(open())).toMatchObject({ code: "unauthorized" });
    server.refuse("none");
    const client = await open();
    server.disconnect(4401);
    await timing.advance(0);
    expect(client.state).toBe("closed");
    expect(client.error).toMatchObject({ code: "unauthorized" });
  });

  test("a device that cannot read letters either is told as an error, and the server is still tried", async () => {
    const { open, lose, restore } = createFakeFallback();
    const client = await open({ device: () => Promise.reject(new Error("no wasm here")) });
    const events = recordEvents(client);
    await lose();
    expect(events.at(-1)).toMatchObject({ type: "error", error: { code: "letters-failed" } });
    await restore();
    expect(client.state).toBe("ready");
    client.close();
  });

  test("that is known is told at once when the server is lost, and not again", async () => {
    const { server, timing, open, restore } = createFakeFallback();
    const client = await open({
      device: () => Promise.reject(new SignifyError("letters-failed", "no wasm")),
    });
    await timing.advance(10_000);
    const events = recordEvents(client);
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(0);
    expect([client.state, client.reason]).toEqual(["connecting", "nowhere"]);
    await timing.advance(30_000);
    expect(statesOf(events)).toEqual(["lost", "nowhere"]);
    expect(events.filter(({ type }) => type === "error")).toHaveLength(1);
    await restore();
    await timing.advance(10_000);
    expect(client.state).toBe("ready");
    client.close();
    expect(timing.armed).toBe(0);
  });

  test("a device that takes too long is told too, and used when it is ready", async () => {
    const { timing, createDevice, open, lose } = createFakeFallback();
    const opening = deferred<SignifyClient>();
    const client = await open({ device: () => opening.promise });
    const events = recordEvents(client);
    await lose();
    expect(client.reason).toBe("lost");
    await timing.advance(1000);
    expect(client.reason).toBe("nowhere");
    opening.resolve(createDevice());
    await timing.advance(0);
    expect(statesOf(events)).toEqual(["lost", "nowhere", "on-device"]);
    client.close();
  });

  test("is told also before there is a client", async () => {
    const { server, timing, open } = createFakeFallback();
    server.freeze(true);
    const states: unknown[] = [];
    const abort = new AbortController();
    const opening = failure(
      open({
        signal: abort.signal,
        device: () => Promise.reject(new Error("no wasm")),
        onOpening: ({ reason }) => states.push(reason),
      }),
    );
    await timing.advance(1000);
    expect(states).toEqual(["nowhere"]);
    abort.abort("left");
    expect(await opening).toBe("left");
    // The attempt to connect, which the app began, has a time limit of its own.
    await timing.advance(10_000);
    expect(timing.armed).toBe(0);
  });

  test("a device that fails is tried again by itself, and when the network is back", async () => {
    const { timing, createDevice, open, lose } = createFakeFallback();
    let attempts = 0;
    let works = false;
    const client = await open({
      async device() {
        attempts += 1;
        if (works) return createDevice();
        throw new Error("no network for the model");
      },
    });
    await lose();
    const before = attempts;
    await timing.advance(120_000);
    expect(attempts - before).toBeWithin(3, 10);
    works = true;
    globalThis.dispatchEvent(new Event("online"));
    await timing.advance(0);
    expect(client.reason).toBe("on-device");
    client.close();
    expect(timing.armed).toBe(0);
  });

  test("a device that cannot at all is not tried again", async () => {
    const { timing, open, lose } = createFakeFallback();
    let attempts = 0;
    const client = await open({
      async device() {
        attempts += 1;
        throw new SignifyError("unsupported", "no workers here");
      },
    });
    await lose();
    await timing.advance(120_000);
    expect(attempts).toBe(1);
    expect(client.reason).toBe("nowhere");
    client.close();
  });

  test("a device that breaks while it reads is told and opened again", async () => {
    const { server, timing, devices, open, lose } = createFakeFallback();
    const client = await open();
    await lose();
    const events = recordEvents(client);
    devices[0]?.close();
    await timing.advance(0);
    expect(statesOf(events)).toEqual(["nowhere"]);
    client.sendLandmarks(handLandmarks());
    await timing.advance(2000);
    expect(statesOf(events)).toEqual(["nowhere", "on-device"]);
    expect(devices).toHaveLength(2);
    expect(server.connections).toBe(0);
    client.close();
  });

  test("a device that failed is tried again, and opened once", async () => {
    const { createDevice, open, lose, restore } = createFakeFallback();
    let opened = 0;
    const client = await open({
      async device() {
        opened += 1;
        if (opened === 1) throw new Error("no network for the model");
        return createDevice();
      },
    });
    const events = recordEvents(client);
    for (let loss = 0; loss < 3; loss++) {
      await lose();
      expect(client.reason).toBe("on-device");
      await restore();
    }
    const bridged = ["lost", "on-device", "ready"];
    expect(statesOf(events)).toEqual(["lost", "nowhere", "on-device", "ready", ...bridged, ...bridged]);
    expect(opened).toBe(2);
    client.close();
  });

  test("when neither works, what keeps the device from it is told", async () => {
    const { server, timing, open } = createFakeFallback();
    server.refuse("unreachable");
    const broken = new SignifyError("letters-failed", "no model there");
    expect(await failure(open({ device: () => Promise.reject(broken) }))).toBe(broken);
    expect(timing.armed).toBe(0);
  });

  test("asks the server again, less and less often, and ends when it refuses for good", async () => {
    const { server, timing, devices, open } = createFakeFallback();
    server.refuse("unreachable");
    const client = await open();
    const loop = client.events();
    await timing.advance(10_000);
    expect(server.addresses.length).toBeWithin(8, 20);
    server.refuse("origin-refused");
    await timing.advance(2000);
    expect(client).toMatchObject({ state: "closed", reason: undefined, error: { code: "origin-refused" } });
    expect((await loop.next()).value).toMatchObject({ type: "state", state: "closed" });
    expect(await failure(loop.next())).toMatchObject({ code: "origin-refused" });
    expect(devices[0]?.state).toBe("closed");
    expect(timing.armed).toBe(0);
  });
});

describe("a fallback that is closed", () => {
  test("closes a device that is ready only then", async () => {
    const { timing, createDevice, open, lose } = createFakeFallback();
    const opening = deferred<SignifyClient>();
    const client = await open({ device: () => opening.promise });
    await lose();
    client.close();
    const device = createDevice();
    opening.resolve(device);
    await timing.advance(0);
    expect(device.state).toBe("closed");
  });

  test("leaves a server again that is found only then", async () => {
    const { server, timing, open } = createFakeFallback();
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

  test("by a signal ends at once, and does not even begin with one that is aborted", async () => {
    const { server, timing, devices, open } = createFakeFallback();
    expect(await failure(open({ signal: AbortSignal.abort("left") }))).toBe("left");
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

  test("by a signal while the device opens leaves nothing open", async () => {
    const { server, timing, createDevice, open } = createFakeFallback();
    server.refuse("unreachable");
    const abort = new AbortController();
    const device = createDevice();
    const opening = open({
      signal: abort.signal,
      async device() {
        abort.abort("left");
        return device;
      },
    });
    expect(await failure(opening)).toBe("left");
    expect(device.state).toBe("closed");
    expect(timing.armed).toBe(0);
  });

  test("by await using closes both, and lets its signal go", async () => {
    const { timing, devices, open, lose } = createFakeFallback();
    const { signal } = new AbortController();
    {
      await using client = await open({ signal });
      await lose();
      expect(client.reason).toBe("on-device");
    }
    expect(devices[0]?.state).toBe("closed");
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(timing.armed).toBe(0);
  });
});
