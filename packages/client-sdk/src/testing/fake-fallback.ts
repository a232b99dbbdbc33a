import { createScriptedClassifier, handLandmarks, readingOf, settleMicrotasks } from "@signify/core/testing";
import type { SignifyClient } from "../client.ts";
import { connect } from "../connect.ts";
import { createDeviceClient } from "../on-device/device-client.ts";
import { type FallbackOptions, openWithFallback } from "../on-device/fallback-client.ts";
import { createFakeServer } from "./fake-server.ts";
import { createManualTiming } from "./manual-timing.ts";

/** A server in memory and a recognizer of this device that reads a D in whatever it sees; the target is A. */
export function createFakeFallback() {
  const server = createFakeServer();
  const timing = createManualTiming();
  const devices: SignifyClient[] = [];
  const target = "A";
  const createDevice = () =>
    createDeviceClient({ classifier: createScriptedClassifier(() => readingOf("D")), timing });
  const open = (options: Partial<FallbackOptions> = {}) =>
    openWithFallback({
      ...{ target, timing },
      remote: () => connect({ url: "ws://a", target, WebSocket: server.WebSocket, timing }),
      async device() {
        const device = createDevice();
        devices.push(device);
        return device;
      },
      ...options,
    });
  /** Takes the server away for longer than a client waits for it. */
  const lose = async () => {
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(2000);
  };
  /** Brings it back, for long enough to be found. */
  const restore = async () => {
    server.refuse("none");
    await timing.advance(2000);
  };
  /** Shows a client as many frames as a window needs. */
  const film = async (client: SignifyClient | undefined) => {
    for (let frame = 0; frame < 8; frame++) {
      client?.sendLandmarks(handLandmarks(frame));
      await settleMicrotasks();
    }
  };
  return { server, timing, devices, createDevice, open, lose, restore, film };
}
