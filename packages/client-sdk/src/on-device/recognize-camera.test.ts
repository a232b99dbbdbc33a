import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import type { Frame } from "@signify/core";
import { deferred, settleMicrotasks } from "@signify/core/testing";
import type { HandsRequest } from "../hands/hands-request.ts";
import { createFakeCanvasClass } from "../testing/fake-canvas.ts";
import { createFakeServer, type FakeServer } from "../testing/fake-server.ts";
import { createFakeTrack, type FakeTrack } from "../testing/fake-track.ts";
import { letterDescription } from "../testing/letter-description.ts";
import { createManualTiming } from "../testing/manual-timing.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import { transferablePicture } from "../testing/transferable-picture.ts";
import { workerAddress } from "../testing/worker-address.ts";
import { installWorkerPage, type WorkerPage } from "../testing/worker-page.ts";
import { assetNames } from "../workers/asset-address.ts";
import type { Loading } from "../workers/loading.ts";
import type { LettersRequest } from "./letters-request.ts";
import { type RecognizeCameraOptions, recognizeCamera } from "./recognize-camera.ts";

let page: WorkerPage;
let track: FakeTrack;
let removals: (() => void)[];
beforeEach(() => {
  page = installWorkerPage();
  track = createFakeTrack();
  removals = [
    replaceGlobal("MediaStreamTrackProcessor", track.Processor),
    replaceGlobal("OffscreenCanvas", createFakeCanvasClass()),
  ];
});
afterEach(() => {
  for (const remove of removals) remove();
  page.remove();
});

/** A hand in every picture, a C in every window, and JPEGs: each from a worker of its own. */
const assetFiles = () => ({
  handsWorker: workerAddress(async (request) => {
    if ((request as HandsRequest).type === "load") return { result: undefined };
    const landmarks = new Float32Array(126).fill(0.5, 63);
    return { result: { landmarks, hands: 1, aspect: 1, milliseconds: 1 } };
  }),
  lettersWorker: workerAddress(async (request) => {
    if ((request as LettersRequest).type === "load")
      return { result: (globalThis as { known?: unknown }).known };
    const probabilities = new Float32Array(26);
    probabilities[2] = 1;
    return { result: { probabilities, letterness: 1, embedding: probabilities } };
  }, letterDescription()),
  picturesWorker: workerAddress(async () => ({ result: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) })),
});

/** A server, a camera, and what is to be done with them. */
function setUp(refusal: Parameters<FakeServer["refuse"]>[0] = "none") {
  const arrivals: ReturnType<typeof deferred<Frame>>[] = [];
  const server = createFakeServer({ onFrame: (frame) => arrivals.shift()?.resolve(frame) });
  server.refuse(refusal);
  const timing = createManualTiming();
  const files = assetFiles();
  const workers = () =>
    page.scripts.map((script) => Object.keys(files)[Object.values(files).indexOf(script)]);
  const open = (options: Partial<RecognizeCameraOptions> = {}) =>
    recognizeCamera({
      ...{ url: "ws://a", WebSocket: server.WebSocket, timing, mode: "still" },
      ...{ assets: "/signify/", assetFiles: files, framesPerSecond: 1e9 },
      source: { getVideoTracks: () => [track] } as unknown as MediaStream,
      ...options,
    });
  const show = () => track.show(Object.assign(transferablePicture(), { width: 640, height: 480 }));
  /** The next frame that reaches the server. */
  const arrival = () => {
    const frame = deferred<Frame>();
    arrivals.push(frame);
    return frame.promise;
  };
  return { server, timing, open, show, arrival, workers };
}
type Recognition = Awaited<ReturnType<typeof recognizeCamera>>;

const nextLetter = ({ client }: Recognition) =>
  new Promise<{ letter: string; sequence: number }>((resolve) => {
    const off = client.on("prediction", (event) => {
      off();
      resolve(event);
    });
  });
const failure = (opening: Promise<unknown>) => opening.catch((error: unknown) => error);

describe("recognizeCamera", () => {
  test("finds the hands here and sends them, unless it is told otherwise", async () => {
    const { open, show, arrival, workers } = setUp();
    const recognition = await open();
    show();
    expect(await arrival()).toMatchObject({ kind: "landmarks", sequence: 1 });
    expect(workers()).toEqual(["handsWorker"]);
    recognition.close();
  });

  test("sends pictures from devices too slow to find hands", async () => {
    const { open, show, arrival, workers } = setUp();
    const recognition = await open({ where: "pictures" });
    show();
    expect(await arrival()).toMatchObject({ kind: "picture", sequence: 1 });
    expect(workers()).toEqual(["picturesWorker"]);
    recognition.close();
  });

  test("on the device it needs no server, and speaks to none", async () => {
    const { server, open, show, workers } = setUp();
    const recognition = await open({ where: "device", url: undefined as unknown as string });
    const letter = nextLetter(recognition);
    show();
    expect(await letter).toMatchObject({ letter: "C", sequence: 1 });
    expect(workers().sort()).toEqual(["handsWorker", "lettersWorker"]);
    expect(server.addresses).toEqual([]);
    recognition.close();
  });

  test("goes from the device to the server with the same hands, and counts its frames on", async () => {
    const { server, timing, open, show, arrival, workers } = setUp("unreachable");
    const recognition = await open();
    expect(recognition.client.reason).toBe("on-device");
    const letter = nextLetter(recognition);
    show();
    expect(await letter).toMatchObject({ sequence: 1 });
    server.refuse("none");
    await timing.advance(2000);
    expect(recognition.client.state).toBe("ready");
    show();
    expect(await arrival()).toMatchObject({ kind: "landmarks", sequence: 2 });
    expect(workers().filter((worker) => worker === "handsWorker")).toHaveLength(1);
    recognition.close();
  });

  test("without the fallback a server that cannot be reached is an error", async () => {
    const { open, workers } = setUp("unreachable");
    expect(await failure(open({ fallback: false }))).toMatchObject({ code: "unreachable" });
    await settleMicrotasks();
    expect(workers()).not.toContain("lettersWorker");
    expect(page.running).toBe(0);
  });

  test.each(["landmarks", "pictures"] as const)("where: %p wants an address", async (where) => {
    const { open, workers } = setUp();
    expect(await failure(open({ where, url: "" }))).toMatchObject({
      code: "bad-address",
      message: `Expected "url", the server's address, for where: "${where}".`,
    });
    expect(workers()).toEqual([]);
  });

  test.each([
    ["the hands", { handsWorker: "file:///nowhere/worker.js" }, "landmarks", "hands-failed"],
    ["the letters", { lettersWorker: "file:///nowhere/worker.js" }, "device", "letters-failed"],
  ] as const)("when %s do not load, nothing is left open", async (_, broken, where, code) => {
    const { server, open } = setUp();
    const opening = open({ where, assetFiles: { ...assetFiles(), ...broken } });
    expect(await failure(opening)).toMatchObject({ code });
    await settleMicrotasks();
    expect(page.running).toBe(0);
    expect(server.connections).toBe(0);
  });

  test("closing ends the client, the feed and the workers, but not the camera", async () => {
    const { server, timing, open } = setUp();
    const recognition = await open();
    recognition.close();
    recognition.close();
    await recognition.ended;
    await timing.advance(0);
    expect(recognition.camera).toBe("stopped");
    expect(recognition.client.state).toBe("closed");
    expect(page.running).toBe(0);
    expect(server.connections).toBe(0);
    expect(timing.armed).toBe(0);
    expect(track.readyState).toBe("live");
  });

  test.each([
    ["the app", (recognition: Recognition) => recognition.client.close()],
    ["the server", (_: Recognition, server: FakeServer) => server.disconnect(4401)],
    ["its signal", (_: Recognition, __: FakeServer, abort: AbortController) => abort.abort()],
  ])("a client that is closed by %s stops the feed", async (_, close) => {
    const { server, open } = setUp();
    const abort = new AbortController();
    const recognition = await open({ signal: abort.signal });
    close(recognition, server, abort);
    await recognition.ended;
    await settleMicrotasks();
    expect(recognition.camera).toBe("stopped");
    expect(page.running).toBe(0);
  });

  test("a camera that is lost ends the pictures and leaves the client open", async () => {
    const { open } = setUp();
    const told: string[] = [];
    const recognition = await open({ onCamera: (state) => told.push(state) });
    track.unplug();
    await recognition.ended;
    expect(told).toEqual(["lost"]);
    expect(recognition.client.state).toBe("ready");
    recognition.close();
  });
});

describe("what recognizeCamera loads", () => {
  test.each([
    ["device", ["handsBinary", "handsPalmsModel", "handsModel", "lettersDescription", "lettersModel"]],
    ["landmarks", ["handsBinary", "handsPalmsModel", "handsModel"]],
    ["pictures", []],
  ] as const)("for %p is what that needs, and its bytes are told", async (where, names) => {
    const { open } = setUp();
    const told: Loading[] = [];
    const recognition = await open({ where, onLoading: (loading) => told.push(loading) });
    const files = names.map((name) => `https://app.example/signify/${assetNames[name]}`);
    expect(page.fetched.filter((address) => !address.endsWith("assets.json")).sort()).toEqual(files.sort());
    expect(told.every(({ purpose }) => purpose === "recognizer")).toBe(true);
    expect(told.flatMap((loading) => (loading.isDone ? [] : loading.files)).map(({ name }) => name)).toEqual(
      expect.arrayContaining([...names]),
    );
    recognition.close();
  });

  test("in the background is what a lost server makes necessary, once the server works", async () => {
    const { server, timing, open, workers } = setUp();
    const prepared = deferred<void>();
    const bridged = deferred<void>();
    const recognition = await open({
      onLoading: ({ purpose, isDone }) => purpose === "fallback" && isDone && prepared.resolve(),
    });
    await timing.advance(3000);
    await prepared.promise;
    expect(workers()).toEqual(["handsWorker", "lettersWorker"]);
    recognition.client.on("state", ({ reason }) => reason === "on-device" && bridged.resolve());
    server.refuse("unreachable");
    server.disconnect();
    await timing.advance(1500);
    await bridged.promise;
    expect(workers()).toHaveLength(2);
    recognition.close();
  });

  test("is only that if nothing is to be prepared", async () => {
    const { timing, open, workers } = setUp();
    const recognition = await open({ prepareFallback: false });
    await timing.advance(60_000);
    expect(workers()).toEqual(["handsWorker"]);
    expect(page.fetched.some((address) => address.includes("letters"))).toBe(false);
    recognition.close();
  });
});
