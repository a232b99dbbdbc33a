import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { settleMicrotasks } from "@signify/core/testing";
import { createHandTracker } from "../hands/hand-tracker.ts";
import { installCameraPage, setUpRecognition } from "../testing/camera-page.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import { createLetterReader } from "./letter-reader.ts";
import { openOnDevice } from "./open-on-device.ts";
import type { Where } from "./recognize-camera.ts";

let installed: ReturnType<typeof installCameraPage>;
beforeEach(() => {
  installed = installCameraPage();
});
afterEach(() => installed.remove());

const reason = new Error("the learner left the page");
const failure = (opening: Promise<unknown>) => opening.catch((error: unknown) => error);

/** Files that never come, and how many of them are still asked for. */
function stallFiles() {
  let open = 0;
  const hang = (address: string, { signal }: RequestInit) =>
    address.endsWith("assets.json")
      ? Promise.resolve(new Response("", { status: 404 }))
      : new Promise((_, reject) => {
          if (signal?.aborted) return reject(signal.reason);
          open += 1;
          signal?.addEventListener("abort", () => {
            open -= 1;
            reject(signal.reason);
          });
        });
  const restore = replaceGlobal("fetch", hang);
  return {
    restore,
    get open() {
      return open;
    },
  };
}

describe("recognizeCamera that is aborted", () => {
  test.each(["device", "landmarks", "pictures"] as const)(
    "while everything loads, with where: %p, rejects with the reason and leaves nothing open",
    async (where: Where) => {
      const files = stallFiles();
      const { server, timing, open } = setUpRecognition(installed, where === "pictures" ? "silent" : "none");
      const abort = new AbortController();
      const opening = failure(open({ where, signal: abort.signal }));
      await settleMicrotasks();
      await settleMicrotasks();
      expect(files.open > 0).toBe(where !== "pictures");
      abort.abort(reason);
      expect(await opening).toBe(reason);
      await timing.advance(0);
      expect([files.open, installed.page.running, server.connections, timing.armed]).toEqual([0, 0, 0, 0]);
      files.restore();
    },
  );

  test.each(["device", "landmarks", "pictures"] as const)(
    "in the very turn in which it is called, with where: %p, rejects with the reason",
    async (where: Where) => {
      const { server, timing, open } = setUpRecognition(installed);
      const abort = new AbortController();
      const opening = failure(open({ where, signal: abort.signal }));
      abort.abort(reason);
      expect(await opening).toBe(reason);
      for (let turn = 0; turn < 5; turn++) await settleMicrotasks();
      await timing.advance(0);
      expect([installed.page.running, server.connections, timing.armed]).toEqual([0, 0, 0]);
    },
  );

  test.each([
    ["a server that is connected", "landmarks", "none"],
    ["a device that bridges", "landmarks", "unreachable"],
    ["a server that gets pictures", "pictures", "none"],
    ["the device alone", "device", "none"],
  ] as const)(
    "by whoever hears the first state, of %s, rejects instead of giving a closed client",
    async (_, where, how) => {
      const { open, timing } = setUpRecognition(installed, how);
      const abort = new AbortController();
      const opening = failure(
        open({ where, signal: abort.signal, on: { state: () => abort.abort(reason) } }),
      );
      await timing.advance(0);
      expect(await opening).toBe(reason);
      for (let turn = 0; turn < 5; turn++) await settleMicrotasks();
      expect(installed.page.running).toBe(0);
    },
  );

  test("before it is called loads nothing", async () => {
    const { server, open } = setUpRecognition(installed);
    expect(await failure(open({ signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect([installed.page.fetched, installed.page.scripts, server.addresses]).toEqual([[], [], []]);
  });
});

describe("the parts, aborted while they load", () => {
  test.each([
    ["createHandTracker", (signal: AbortSignal) => createHandTracker({ assets: "/signify/", signal })],
    ["createLetterReader", (signal: AbortSignal) => createLetterReader({ assets: "/signify/", signal })],
    ["openOnDevice", (signal: AbortSignal) => openOnDevice({ assets: "/signify/", signal })],
  ])("%s rejects with the reason, and stops loading", async (_, open) => {
    const files = stallFiles();
    const abort = new AbortController();
    const opening = failure(open(abort.signal));
    await settleMicrotasks();
    expect(files.open).toBeGreaterThan(0);
    abort.abort(reason);
    expect(await opening).toBe(reason);
    for (let turn = 0; turn < 5; turn++) await settleMicrotasks();
    expect([files.open, installed.page.running]).toEqual([0, 0]);
    files.restore();
  });
});
