import { describe, expect, test } from "bun:test";
import { createScriptedClassifier, handLandmarks, readingOf, settleMicrotasks } from "@signify/core/testing";
import { connect } from "../connect.ts";
import type { ClientEvent } from "../events/client-event.ts";
import { createFakeServer } from "../testing/fake-server.ts";
import { createManualTiming } from "../testing/manual-timing.ts";
import { createDeviceClient } from "./device-client.ts";
import { openWithFallback } from "./fallback-client.ts";

function setUp() {
  const server = createFakeServer();
  const timing = createManualTiming();
  const devices: ReturnType<typeof createDeviceClient>[] = [];
  const open = (target: "A" | null = "A") =>
    openWithFallback({
      ...{ target, _internal: timing },
      remote: () => connect({ url: "ws://a", target, WebSocket: server.WebSocket, _internal: timing }),
      async device() {
        const classifier = createScriptedClassifier(() => readingOf("D"));
        const device = createDeviceClient({ classifier, _internal: timing });
        devices.push(device);
        return device;
      },
    });
  return { server, timing, devices, open };
}

const listen = (client: Awaited<ReturnType<typeof openWithFallback>>) => {
  const events: ClientEvent[] = [];
  for (const type of ["prediction", "target", "error", "state"] as const) {
    client.on(type, (event) => events.push(event));
  }
  return events;
};
const states = (events: ClientEvent[]) =>
  events.flatMap((event) => (event.type === "state" ? [event.reason ?? event.state] : []));

describe("openWithFallback", () => {
  test("uses the server, and does not even open the device's recognizer", async () => {
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
    for (let frame = 0; frame < 8; frame++) {
      client.sendLandmarks(handLandmarks(frame));
      await settleMicrotasks();
    }
    expect(events.at(-1)).toMatchObject({ type: "prediction", letter: "D", target: "A" });
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
});
