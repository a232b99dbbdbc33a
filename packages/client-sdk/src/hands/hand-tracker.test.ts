import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { replaceGlobal } from "../testing/replace-global.ts";
import { transferablePicture } from "../testing/transferable-picture.ts";
import { workerAddress } from "../testing/worker-address.ts";
import { installWorkerPage, type WorkerPage } from "../testing/worker-page.ts";
import { createHandTracker, type HandTrackerOptions } from "./hand-tracker.ts";
import type { FindHands, HandsRequest } from "./hands-request.ts";

let page: WorkerPage;
beforeEach(() => {
  page = installWorkerPage();
});
afterEach(() => page.remove());

/** Answers every search with what it was loaded with and asked. */
const echo = () =>
  workerAddress(async (request) => {
    const worker = globalThis as { loaded?: unknown };
    const known = request as HandsRequest;
    if (known.type === "find") return { result: { ...known, picture: undefined, loaded: worker.loaded } };
    worker.loaded = { ...(worker.loaded as object | undefined), ...(request as object) };
    return { result: undefined };
  });
const open = (options: Partial<HandTrackerOptions> = {}, handsWorker = echo()) =>
  createHandTracker({ assets: "/signify/", assetFiles: { handsWorker }, ...options });

/** What the worker was loaded with. */
async function loadedWith(options: Partial<HandTrackerOptions>) {
  const tracker = await open(options);
  return ((await tracker.find(transferablePicture())) as unknown as { loaded: unknown }).loaded;
}

describe("createHandTracker", () => {
  test("loads LiteRT's files and the networks from the assets, and nothing from anywhere else", async () => {
    expect(await loadedWith({})).toMatchObject({
      loader: "https://app.example/signify/litert_wasm_internal.js",
      binary: "https://app.example/signify/litert_wasm_internal.wasm",
      palmDetection: "https://app.example/signify/palm-detection.tflite",
      handLandmark: "https://app.example/signify/hand-landmark.tflite",
      threads: 1,
    });
  });

  test("on an isolated page it computes on threads", async () => {
    const restore = [
      replaceGlobal("crossOriginIsolated", true),
      replaceGlobal("navigator", { hardwareConcurrency: 2 }),
    ];
    try {
      expect(await loadedWith({})).toMatchObject({
        loader: "https://app.example/signify/litert_wasm_threaded_internal.js",
        binary: "https://app.example/signify/litert_wasm_threaded_internal.wasm",
        threads: 2,
      });
    } finally {
      for (const undo of restore) undo();
    }
  });

  test.each([
    [{}, { mode: "live", maxHands: 1, minDetectionConfidence: 0.5, minTrackingConfidence: 0.5 }],
    [{ mode: "still" }, { mode: "still", maxHands: 2 }],
    [
      { mode: "still", maxHands: 1 },
      { mode: "still", maxHands: 1 },
    ],
    [
      { maxHands: 2, minDetectionConfidence: 0, minTrackingConfidence: 1 },
      { maxHands: 2, minDetectionConfidence: 0, minTrackingConfidence: 1 },
    ],
  ] as const)("with the options %j it looks for hands with %j", async (options, loaded) => {
    expect(await loadedWith(options)).toMatchObject(loaded);
  });

  test("gives the picture away, with whether it is mirrored", async () => {
    const tracker = await open();
    const picture = transferablePicture();
    const answer = tracker.find(picture, { mirrored: true });
    expect(picture.detached).toBe(true);
    expect((await answer) as unknown as FindHands).toMatchObject({ mirrored: true });
    expect(picture.closed).toBe(true);
  });

  test("a picture of which nothing is said is not mirrored", async () => {
    const tracker = await open();
    expect((await tracker.find(transferablePicture())) as unknown as FindHands).toMatchObject({
      mirrored: false,
    });
  });

  test("a picture in which the search fails is closed, and the tracker goes on", async () => {
    const tracker = await open(
      {},
      workerAddress(async (request) => {
        if ((request as FindHands).mirrored) throw new Error("the graph has errors");
        return { result: "found" };
      }),
    );
    const picture = transferablePicture();
    const error = await tracker.find(picture, { mirrored: true }).catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "hands-failed", message: expect.stringMatching(/graph has errors/) });
    expect(picture.closed).toBe(true);
    expect((await tracker.find(transferablePicture())) as unknown).toBe("found");
  });

  test("files that do not load are told as hands-failed, and leave no worker behind", async () => {
    const failing = workerAddress(() => Promise.reject(new Error("no model there")));
    for (const script of [failing, "file:///nowhere/hands-worker.js"]) {
      const error = await open({}, script).catch((error: unknown) => error);
      expect(error).toMatchObject({ code: "hands-failed" });
      expect(page.running).toBe(0);
    }
  });

  describe("a worker that does not answer once its files are there", () => {
    /** Lets no time pass but what a test wants: as often as that a worker's time is over at once. */
    const impatient = (often: number) => {
      const waited: number[] = [];
      const after = (milliseconds: number, callback: () => void) => {
        const isOver = (milliseconds === 4000 || milliseconds === 8000) && waited.push(milliseconds) <= often;
        if (isOver) queueMicrotask(callback);
        return () => {};
      };
      return { waited, timing: { timers: { after } } };
    };

    test.each([
      [0, [4000]],
      [1, [4000, 8000]],
      [2, [4000, 8000]],
    ])("is ended and has another in its place: %i", async (often, expected) => {
      const { waited, timing } = impatient(often);
      const tracker = await open({ timing });
      expect(waited).toEqual(expected);
      expect(page.scripts).toHaveLength(1 + often);
      expect(page.running).toBe(1);
      // The files went to the one that is left, and were loaded once.
      expect(page.fetched.filter((address) => address.endsWith("palm-detection.tflite"))).toHaveLength(1);
      expect(await tracker.find(transferablePicture())).toMatchObject({
        loaded: { type: "load", threads: 1 },
      });
      tracker.close();
      expect(page.running).toBe(0);
    });

    test("leaves none behind when nobody wants it any more", async () => {
      const ending = new AbortController();
      const opening = open({ timing: impatient(2).timing, signal: ending.signal });
      ending.abort(new Error("left"));
      expect(await opening.catch(String)).toBe("Error: left");
      expect(page.running).toBe(0);
    });
  });

  test("closing ends the worker; a picture that comes afterwards is closed all the same", async () => {
    const tracker = await open();
    expect(page.running).toBe(1);
    tracker.close();
    expect(page.running).toBe(0);
    const picture = transferablePicture();
    expect(await tracker.find(picture).catch((error: unknown) => error)).toMatchObject({ code: "closed" });
    expect(picture.closed).toBe(true);
  });
});
