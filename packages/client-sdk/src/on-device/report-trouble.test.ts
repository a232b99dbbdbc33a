import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { type ErrorCode, SignifyError } from "@signify/core";
import { createScriptedClassifier, handLandmarks, settleMicrotasks } from "@signify/core/testing";
import { sendPictures } from "../camera/send-pictures.ts";
import type { SignifyClient } from "../client.ts";
import { installCameraPage, setUpRecognition } from "../testing/camera-page.ts";
import { createFakeFallback } from "../testing/fake-fallback.ts";
import { createFakeTrack } from "../testing/fake-track.ts";
import { openFakeSession } from "../testing/open-fake-session.ts";
import { recordEvents } from "../testing/record-events.ts";
import { transferablePicture } from "../testing/transferable-picture.ts";
import { createDeviceClient } from "./device-client.ts";

const clients: Record<string, () => Promise<SignifyClient>> = {
  "of a server": async () => (await openFakeSession()).client,
  "of this device": async () => createDeviceClient({ classifier: createScriptedClassifier() }),
  "that goes from server to device": () => createFakeFallback().open(),
};
const trouble = (code: ErrorCode = "camera-lost") => new SignifyError(code, "made up");

describe.each(Object.keys(clients))("reportTrouble, by a client %s", (which) => {
  test.each([
    ["camera-lost", "camera-lost"],
    ["pictures-failed", "pictures-failed"],
    ["hands-failed", "hands-failed"],
    ["bad-picture", "camera-lost"],
  ] as const)("%s is an error and a degraded state, until the next frame", async (code, reason) => {
    const client = (await clients[which]?.()) as SignifyClient;
    const events = recordEvents(client);
    const error = trouble(code);
    client.reportTrouble(error);
    expect(client).toMatchObject({ state: "degraded", reason });
    expect(events).toEqual([
      { type: "state", state: "degraded", reason, error },
      { type: "error", error },
    ]);
    client.sendLandmarks(handLandmarks());
    expect(client).toMatchObject({ state: "ready", reason: undefined });
    expect(events.at(-1)).toEqual({ type: "state", state: "ready" });
    client.close();
    client.reportTrouble(error);
    expect(client.state).toBe("closed");
  });
});

describe("a client that goes from server to device", () => {
  test("says first that nobody reads, then that no frames come, then where it is", async () => {
    const { open, lose, restore } = createFakeFallback();
    const client = await open();
    client.reportTrouble(trouble());
    await lose();
    expect(client.reason).toBe("camera-lost");
    client.sendLandmarks(handLandmarks());
    expect(client.reason).toBe("on-device");
    client.reportTrouble(trouble());
    expect(client.reason).toBe("camera-lost");
    await restore();
    expect(client.reason).toBe("camera-lost");
    client.sendLandmarks(handLandmarks());
    expect(client.state).toBe("ready");
    client.close();
  });
});

describe("recognizeCamera", () => {
  let installed: ReturnType<typeof installCameraPage>;
  beforeEach(() => {
    installed = installCameraPage();
  });
  afterEach(() => installed.remove());

  test.each(["device", "landmarks", "pictures"] as const)(
    "a camera that is unplugged is heard by the client, and a new one makes it ready, with where: %p",
    async (where) => {
      const { open } = setUpRecognition(installed);
      const { client, ended, close } = await open({ where });
      const events = recordEvents(client);
      installed.track.unplug();
      await ended;
      expect(client).toMatchObject({ state: "degraded", reason: "camera-lost" });
      expect(events.flatMap((event) => (event.type === "error" ? [event.error.message] : []))).toEqual([
        "The camera was unplugged or taken away. Connect it and open it again.",
      ]);
      const other = createFakeTrack();
      const source = { getVideoTracks: () => [other] } as unknown as MediaStream;
      Object.assign(globalThis, { MediaStreamTrackProcessor: other.Processor });
      const feed = sendPictures(client, source, { framesPerSecond: 1e9 });
      await settleMicrotasks();
      other.show(Object.assign(transferablePicture(), { width: 640, height: 480 }));
      for (let turn = 0; turn < 5; turn++) await settleMicrotasks();
      expect(client.state).toBe("ready");
      feed.stop();
      close();
    },
  );

  test("a camera that is held back is heard by the client, and is ready when its track comes back", async () => {
    const { open, show, arrival } = setUpRecognition(installed);
    const { client, close } = await open();
    const events = recordEvents(client);
    installed.track.dispatchEvent(new Event("mute"));
    expect(client).toMatchObject({ state: "degraded", reason: "camera-lost" });
    installed.track.dispatchEvent(new Event("unmute"));
    show();
    await arrival();
    expect(client.state).toBe("ready");
    expect(events.map(({ type }) => type)).toEqual(["state", "error", "state"]);
    close();
  });

  test("a script for pictures that is missing is an error that names it, and a degraded state", async () => {
    const { open, show, files } = setUpRecognition(installed);
    const picturesWorker = "file:///nowhere/pictures-worker.js";
    const { client, ended, close } = await open({
      where: "pictures",
      assetFiles: { ...files, picturesWorker },
    });
    const events = recordEvents(client);
    show();
    await ended;
    expect(client).toMatchObject({ state: "degraded", reason: "pictures-failed" });
    expect(events.find(({ type }) => type === "error")).toMatchObject({
      error: {
        code: "pictures-failed",
        message: expect.stringMatching(/pictures-worker\.js.*serves the package's assets there/),
      },
    });
    close();
  });
});
