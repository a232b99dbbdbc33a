import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { getEventListeners } from "node:events";
import { createManualClock, settleMicrotasks } from "@signify/core/testing";
import { createFakeCamera, type FakeCamera } from "../testing/fake-camera.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import { cameraPictures } from "./camera-pictures.ts";

let camera: FakeCamera;
let removals: (() => void)[];
beforeEach(() => {
  camera = createFakeCamera();
  removals = [camera.install()];
});
afterEach(() => {
  for (const remove of removals) remove();
});

/** As fast as pictures come. */
const unlimited = { framesPerSecond: 1e9 };
const failure = (next: Promise<unknown>) => next.catch((error: unknown) => error);

describe("cameraPictures", () => {
  test("gives the newest picture and closes those that nobody waited for", async () => {
    const { signal } = new AbortController();
    const pictures = cameraPictures(camera.stream, { ...unlimited, signal });
    const first = pictures.next();
    await settleMicrotasks();
    camera.show();
    (await first).value?.picture.close();
    camera.show();
    camera.show();
    camera.show();
    expect(camera.openPictures).toBe(1);
    (await pictures.next()).value?.picture.close();
    camera.show();
    await pictures.return();
    expect(camera.openPictures).toBe(0);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("says when a picture was captured, on the clock of the page", async () => {
    const pictures = cameraPictures(camera.stream, unlimited);
    const before = performance.now();
    camera.show();
    const { value } = await pictures.next();
    expect(value?.capturedAt).toBeWithin(before, performance.now() + 1);
    await pictures.return();
  });

  test("skips what comes faster than asked for", async () => {
    const abort = new AbortController();
    const pictures = cameraPictures(camera.stream, { framesPerSecond: 0.001, signal: abort.signal });
    camera.show();
    (await pictures.next()).value?.picture.close();
    const next = pictures.next();
    camera.show();
    await settleMicrotasks();
    expect(camera.openPictures).toBe(0);
    abort.abort();
    expect((await next).done).toBe(true);
  });

  test("takes the pictures of a camera that is a little early, and none that is far too early", async () => {
    const clock = createManualClock();
    removals.push(replaceGlobal("performance", { now: clock }));
    const pictures = cameraPictures(camera.stream, { framesPerSecond: 10 });
    const taken: number[] = [];
    const watch = async () => {
      for await (const { picture, capturedAt } of pictures) {
        picture.close();
        taken.push(capturedAt);
      }
    };
    const watching = watch().catch(() => {});
    for (const wait of [0, 70, 69, 1, 100]) {
      await settleMicrotasks();
      clock.advance(wait);
      camera.show();
    }
    await settleMicrotasks();
    camera.unplug();
    await watching;
    expect(taken).toEqual([0, 70, 140, 240]);
  });

  test("a file with a picture gives that one, and ends", async () => {
    const bitmap = { close() {} };
    removals.push(replaceGlobal("createImageBitmap", async () => bitmap));
    const taken: unknown[] = [];
    for await (const { picture } of cameraPictures(new Blob([], { type: "image/png" }))) taken.push(picture);
    expect(taken).toEqual([bitmap]);
  });

  test("an aborted signal ends the loop, and no picture stays open", async () => {
    const abort = new AbortController();
    const pictures = cameraPictures(camera.stream, { ...unlimited, signal: abort.signal });
    const next = pictures.next();
    await settleMicrotasks();
    camera.show();
    abort.abort();
    expect((await next).done).toBe(true);
    expect(camera.openPictures).toBe(0);
  });

  test("a signal that is aborted already ends the loop before it begins", async () => {
    const pictures = cameraPictures({} as MediaStream, { signal: AbortSignal.abort() });
    expect((await pictures.next()).done).toBe(true);
  });

  test("a camera that is unplugged ends the loop with an error that says so", async () => {
    const pictures = cameraPictures(camera.stream, unlimited);
    const next = pictures.next();
    await settleMicrotasks();
    camera.unplug();
    expect(await failure(next)).toMatchObject({ code: "camera-lost" });
    expect(await failure(cameraPictures(camera.stream).next())).toMatchObject({ code: "camera-lost" });
  });

  test("a stream without a picture is told as a missing camera", async () => {
    const sound = { getVideoTracks: () => [] } as unknown as MediaStream;
    expect(await failure(cameraPictures(sound).next())).toMatchObject({ code: "camera-missing" });
  });

  test("refuses what is no source of pictures", async () => {
    expect(await failure(cameraPictures({} as MediaStream).next())).toMatchObject({ code: "unsupported" });
  });
});
