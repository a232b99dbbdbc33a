import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import type { Frame } from "@signify/core";
import { deferred, settleMicrotasks } from "@signify/core/testing";
import { fakeLandmarks } from "../testing/fake-frames.ts";
import { createFakeServer } from "../testing/fake-server.ts";
import { createManualTiming } from "../testing/manual-timing.ts";
import { installPageWithCameras, type PageWithCameras } from "../testing/page-with-cameras.ts";
import { createLetterCamera } from "./letter-camera.ts";
import type { LetterCameraOptions } from "./letter-camera-options.ts";
import type { LetterCameraSnapshot } from "./letter-camera-snapshot.ts";

let page: PageWithCameras;
beforeEach(() => {
  page = installPageWithCameras();
});
afterEach(() => page.remove());

/** A letter camera, its server and its time. */
function setUp(more: LetterCameraOptions = {}) {
  const firstFrame = deferred<Frame>();
  const server = createFakeServer({ onFrame: firstFrame.resolve });
  const timing = createManualTiming();
  const given: LetterCameraOptions = {
    ...{ url: "ws://a", WebSocket: server.WebSocket, timing, mode: "still" },
    ...{
      assetFiles: page.assetFiles,
      framesPerSecond: 1e9,
      prepareFallback: false,
      events: ["status"],
      ...more,
    },
  };
  const camera = createLetterCamera(given);
  const snapshots: LetterCameraSnapshot[] = [];
  camera.subscribe(() => snapshots.push(camera.snapshot));
  const configure = (others: LetterCameraOptions) => camera.configure({ ...given, ...others });
  /** The first snapshot, from now on, that is as wanted. */
  const shows = (isWanted: (snapshot: LetterCameraSnapshot) => boolean) =>
    new Promise<LetterCameraSnapshot>((resolve, reject) => {
      let off = () => {};
      const look = () => {
        const { state, error } = camera.snapshot;
        if (!isWanted(camera.snapshot) && state !== "failed") return;
        off();
        if (isWanted(camera.snapshot)) resolve(camera.snapshot);
        else reject(error);
      };
      off = camera.subscribe(look);
      look();
    });
  const state = (wanted: LetterCameraSnapshot["state"]) => shows((snapshot) => snapshot.state === wanted);
  const isClosed = async () => {
    await timing.advance(0);
    expect(page.tracks.map(({ readyState }) => readyState)).toEqual(page.tracks.map(() => "ended"));
    expect([server.connections, page.running, timing.armed]).toEqual([0, 0, 0]);
  };
  return { camera, server, timing, firstFrame, snapshots, configure, shows, state, isClosed };
}

describe("a letter camera", () => {
  test("touches nothing until it is started", async () => {
    const { camera, server, configure } = setUp({ target: "b" });
    configure({ target: "c" });
    await settleMicrotasks();
    expect(camera.snapshot).toMatchObject({ state: "off", target: "C", letter: null });
    expect([page.asked, server.addresses, page.running]).toEqual([[], [], 0]);
  });

  test.each([
    ["device", "C"],
    ["landmarks", "B"],
    ["pictures", "B"],
  ] as const)("with where: %p it reads a %s, and stopped it leaves nothing open", async (where, letter) => {
    const { camera, server, firstFrame, state, shows, isClosed } = setUp({ where });
    camera.start();
    await state("ready");
    page.show();
    if (where !== "device") {
      const frame = await firstFrame.promise;
      expect(frame.kind).toBe(where === "landmarks" ? "landmarks" : "picture");
      server.predict("B");
    }
    expect(await shows((snapshot) => snapshot.letter !== null)).toMatchObject({ letter });
    camera.stop();
    expect(camera.snapshot).toMatchObject({ state: "off", letter: null, client: undefined });
    await isClosed();
  });

  test("with camera: false it takes what the app gives to its client, and asks for no camera", async () => {
    const { camera, server, timing, state } = setUp({ camera: false, where: "landmarks" });
    camera.start();
    const { client } = await state("ready");
    client?.sendLandmarks(fakeLandmarks());
    await timing.advance(0);
    expect(server.frames).toHaveLength(1);
    server.predict("L", 0.7);
    await settleMicrotasks();
    expect(camera.snapshot).toMatchObject({ letter: "L", probability: 0.7 });
    expect(page.asked).toEqual([]);
    camera.stop();
  });

  test("without a server's address letters are read on the device", async () => {
    const { camera, state, server } = setUp({ url: "" });
    camera.start();
    await state("ready");
    expect(server.addresses).toEqual([]);
    camera.stop();
  });

  test("sets another target and connects once; nothing that was seen of the older one is left", async () => {
    const { camera, server, configure, state, snapshots } = setUp({ camera: false, target: "A" });
    camera.start();
    await state("ready");
    server.predict("A", 0.9);
    await settleMicrotasks();
    expect(camera.snapshot).toMatchObject({ target: "A", letter: "A", verdict: "shown" });
    configure({ camera: false, target: "b" });
    expect(camera.snapshot).toMatchObject({ target: "B", letter: null, verdict: null, targetProbability: 0 });
    await settleMicrotasks();
    expect([server.target, server.addresses.length]).toEqual(["B", 1]);
    expect(snapshots.filter(({ target, verdict }) => target === "B" && verdict === "shown")).toEqual([]);
    camera.stop();
  });

  test("a target that was changed while it started is the one that is asked for", async () => {
    const { camera, server, configure, state } = setUp({ camera: false, target: "A" });
    server.freeze(true);
    camera.start();
    await settleMicrotasks();
    configure({ camera: false, target: "Z" });
    server.freeze(false);
    await state("ready");
    await settleMicrotasks();
    expect(server.target).toBe("Z");
    camera.stop();
  });

  test("stopped at whatever moment of its start, it is off and leaves nothing open", async () => {
    const { camera, server, snapshots, isClosed } = setUp({ where: "pictures" });
    let readyAfter = 0;
    for (let moment = 0; moment < 100; moment++) {
      camera.start();
      for (let turn = 0; turn < moment; turn++) await Promise.resolve();
      if (camera.snapshot.state !== "ready") readyAfter = moment;
      camera.stop();
      const told = snapshots.length;
      await isClosed();
      expect(camera.snapshot).toMatchObject({ state: "off", client: undefined, error: undefined });
      expect(snapshots).toHaveLength(told);
    }
    // The moments went on until there was nothing of the start left.
    expect(readyAfter).toBeLessThan(90);
    expect(server.addresses.length).toBeGreaterThan(50);
  });

  test("stopped while it connects, it stays off and leaves nothing open", async () => {
    const { camera, server, isClosed } = setUp({ camera: false });
    server.freeze(true);
    camera.start();
    await settleMicrotasks();
    expect(server.connections).toBe(1);
    camera.stop();
    server.freeze(false);
    await isClosed();
    expect(camera.snapshot).toMatchObject({ state: "off", client: undefined, error: undefined });
  });

  test("goes on with other functions and the same data, and calls the newest function", async () => {
    const { camera, server, configure, state } = setUp({ camera: false, onEvent: () => {} });
    camera.start();
    await state("ready");
    const heard: string[] = [];
    configure({ camera: false, onEvent: ({ type }) => heard.push(type), onHands: () => {} });
    server.predict("A");
    await settleMicrotasks();
    expect(heard).toEqual(["prediction"]);
    expect(server.addresses).toHaveLength(1);
    camera.stop();
  });

  test("starts again where letters are to be read elsewhere, with the same camera", async () => {
    const { camera, server, configure, shows, state, isClosed } = setUp({ where: "device" });
    camera.start();
    const { client } = await state("ready");
    configure({ where: "landmarks" });
    await shows((snapshot) => snapshot.state === "ready" && snapshot.client !== client);
    expect(client?.state).toBe("closed");
    expect([page.asked.length, server.addresses.length]).toEqual([1, 1]);
    configure({ where: "landmarks", camera: { facing: "environment" } });
    expect(camera.snapshot.state).toBe("starting");
    await state("ready");
    expect(page.tracks.map(({ readyState }) => readyState)).toEqual(["ended", "live"]);
    camera.stop();
    await isClosed();
  });

  test("stopped while the camera is asked for, it stops the camera as soon as there is one", async () => {
    const { camera, server, isClosed } = setUp();
    const answer = page.keepWaiting();
    const video = fakeVideo();
    camera.attach(video);
    camera.start();
    camera.stop();
    answer();
    await settleMicrotasks();
    expect(video.srcObject).toBeNull();
    expect(page.tracks).toHaveLength(1);
    expect(server.addresses).toEqual([]);
    await isClosed();
  });

  test("a stream of the app is shown and read, and is not stopped", async () => {
    const own = await navigator.mediaDevices.getUserMedia({ video: true });
    const { camera, state } = setUp({ source: own });
    const video = fakeVideo();
    camera.attach(video);
    camera.start();
    await state("ready");
    expect(video.srcObject).toBe(own);
    camera.stop();
    expect(video.srcObject).toBeNull();
    expect(page.tracks.map(({ readyState }) => readyState)).toEqual(["live"]);
    expect(page.asked).toHaveLength(1);
  });

  test.each([
    ["like a mirror", {}, "scaleX(-1)"],
    ["as it is, where it looks away from the signer", { camera: { facing: "environment" } }, ""],
    ["as it is, where the app says so", { preview: "plain" }, ""],
  ] as const)("shows the camera %s", async (_, options, transform) => {
    const { camera, state } = setUp({ where: "pictures", ...options });
    camera.start();
    await state("ready");
    const video = fakeVideo();
    camera.attach(video);
    expect(video).toMatchObject({ muted: true, playsInline: true, style: { transform } });
    expect(video.srcObject).not.toBeNull();
    camera.stop();
  });

  test("shows the camera the other way round while it goes on", async () => {
    const { camera, server, configure, state } = setUp({ where: "pictures" });
    const video = fakeVideo();
    camera.attach(video);
    camera.start();
    await state("ready");
    configure({ where: "pictures", preview: "plain" });
    expect(video.style.transform).toBe("");
    expect([page.asked.length, server.addresses.length]).toEqual([1, 1]);
    camera.stop();
  });

  test("says how much is loaded while files are, and not when all are there", async () => {
    const { camera, state, snapshots } = setUp({
      updateInterval: 0,
      assetManifest: Object.fromEntries(
        [
          "litert_wasm_compat_internal.wasm",
          "litert_wasm_internal.wasm",
          "litert_wasm_threaded_internal.wasm",
        ]
          .concat(
            "litert_wasm_compat_internal.js",
            "litert_wasm_internal.js",
            "litert_wasm_threaded_internal.js",
          )
          .concat("palm-detection.tflite", "hand-landmark.tflite")
          .map((name) => [name, { bytes: 100, parts: [name] }]),
      ),
    });
    camera.start();
    expect(await state("ready")).toMatchObject({ progress: undefined });
    const told = snapshots.map(({ progress }) => progress).filter((progress) => progress !== undefined);
    expect(told.length).toBeGreaterThan(0);
    for (const progress of told) expect(progress).toBeWithin(0, 1.01);
    camera.stop();
  });
});

describe("what goes wrong with a letter camera", () => {
  test("a camera that is not allowed has failed, and is asked for again by another start", async () => {
    const { camera, state, isClosed } = setUp();
    page.refuse();
    camera.start();
    expect(await state("failed")).toMatchObject({ error: { code: "camera-denied" } });
    await isClosed();
    page.allow();
    camera.start();
    expect(await state("ready")).toMatchObject({ error: undefined });
    camera.stop();
  });

  test("a camera that is lost has failed, and nothing is left open", async () => {
    const { camera, state, isClosed } = setUp();
    camera.start();
    await state("ready");
    page.tracks[0]?.unplug();
    expect(await state("failed")).toMatchObject({ error: { code: "camera-lost" }, client: undefined });
    await isClosed();
    camera.stop();
  });

  test("a token that is refused has failed, and another one is tried", async () => {
    const { camera, server, configure, state } = setUp({ camera: false, token: "old" });
    server.refuse("unauthorized");
    camera.start();
    expect(await state("failed")).toMatchObject({ error: { code: "unauthorized" } });
    server.refuse("none");
    configure({ camera: false, token: "new" });
    expect(camera.snapshot.state).toBe("starting");
    await state("ready");
    expect(server.addresses.at(-1)).toContain("new");
    camera.stop();
  });

  test("a lost connection is a state with its reason, and goes by", async () => {
    const { camera, server, timing, state } = setUp({ camera: false });
    camera.start();
    await state("ready");
    server.disconnect();
    expect(await state("connecting")).toMatchObject({ reason: "lost", error: { code: "unreachable" } });
    await timing.advance(2000);
    expect(camera.snapshot).toMatchObject({ state: "ready", reason: undefined, error: undefined });
    camera.stop();
  });

  test("an error of one frame is shown until the next letter", async () => {
    const { camera, server, state } = setUp({ camera: false });
    camera.start();
    await state("ready");
    server.send({ type: "error", code: "vision-failed", message: "That frame failed.", retryable: true });
    await settleMicrotasks();
    expect(camera.snapshot).toMatchObject({ state: "ready", error: { code: "vision-failed" } });
    server.predict("A");
    await settleMicrotasks();
    expect(camera.snapshot.error).toBeUndefined();
    camera.stop();
  });

  test("a client that the app closes is off", async () => {
    const { camera, state, isClosed } = setUp();
    camera.start();
    (await state("ready")).client?.close();
    expect(camera.snapshot.state).toBe("off");
    await isClosed();
  });

  test("a server that is not named is said so where one is needed", async () => {
    const { camera, state } = setUp({ camera: false, url: "", where: "landmarks" });
    camera.start();
    expect(await state("failed")).toMatchObject({ error: { code: "bad-address" } });
  });
});

describe("the snapshots of a letter camera", () => {
  test("come at once for another letter, and a few times a second for a probability", async () => {
    const { camera, server, timing, state, snapshots } = setUp({ camera: false, target: "A" });
    camera.start();
    await state("ready");
    server.predict("A", 0.5);
    await settleMicrotasks();
    const before = snapshots.length;
    for (let frame = 1; frame <= 30; frame++) {
      server.predict("A", 0.5 + frame / 100);
      await timing.advance(1000 / 30);
    }
    expect(snapshots.length - before).toBe(3);
    await timing.advance(250);
    expect(camera.snapshot.probability).toBeCloseTo(0.8);
    server.predict("B", 0.9);
    await settleMicrotasks();
    expect(camera.snapshot.letter).toBe("B");
    camera.stop();
    expect(timing.armed).toBe(0);
  });

  test("come for every reading where that is asked for", async () => {
    const { camera, server, state, snapshots } = setUp({ camera: false, updateInterval: 0 });
    camera.start();
    await state("ready");
    const before = snapshots.length;
    for (let frame = 1; frame <= 30; frame++) server.predict("A", 0.5 + frame / 100);
    await settleMicrotasks();
    expect(snapshots.length - before).toBe(30);
    camera.stop();
  });

  test("have no letter while there is no hand, and what to correct as long as there is something", async () => {
    const { camera, server, state } = setUp({ camera: false, target: "S" });
    camera.start();
    await state("ready");
    const correction = {
      ...{ type: "correction", sequence: 1, epoch: 1, target: "S", key: "bend-little", part: "little" },
      ...{ change: "bend", points: [38], strength: 0.5 },
    } as const;
    server.predict("A");
    server.send(correction);
    await settleMicrotasks();
    expect(camera.snapshot).toMatchObject({ letter: "A", correction: { key: "bend-little" } });
    server.send({ ...correction, key: null, part: null, change: null, points: [], strength: 0 });
    server.send({ type: "status", sequence: 2, state: "no-hand" });
    await settleMicrotasks();
    expect(camera.snapshot).toMatchObject({
      letter: null,
      status: "no-hand",
      correction: null,
      verdict: null,
    });
    camera.stop();
  });
});

function fakeVideo(): HTMLVideoElement {
  return { style: {}, srcObject: null, play: async () => {} } as unknown as HTMLVideoElement;
}
