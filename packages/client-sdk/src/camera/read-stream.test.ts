import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { settleMicrotasks } from "@signify/core/testing";
import { createFakeTrack, type FakeTrack } from "../testing/fake-track.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import { readStream } from "./read-stream.ts";

let track: FakeTrack;
let frames: ReadableStreamDefaultController<{ close(): void }>;
let restore: () => void;
beforeEach(() => {
  track = createFakeTrack();
  const readable = new ReadableStream({
    start(controller) {
      frames = controller;
    },
  });
  restore = replaceGlobal(
    "MediaStreamTrackProcessor",
    class {
      readable = readable;
    },
  );
});
afterEach(() => restore());

const read = () => readStream({ getVideoTracks: () => [track] } as unknown as MediaStream);
const outcome = (reading: Promise<unknown>) => reading.catch((error: { code?: string }) => error.code);

// Where a track cannot be read, a <video> is: tests/client-sdk has a browser for that.
describe("readStream of a track", () => {
  test("gives its pictures, captured now", async () => {
    const reader = read();
    const picture = { close() {} };
    const before = performance.now();
    frames.enqueue(picture);
    const taken = await reader.read();
    expect(taken?.picture as unknown).toBe(picture);
    expect(taken?.capturedAt).toBeWithin(before, performance.now() + 1);
  });

  test("a camera that is unplugged while a picture is awaited is lost, even if no more is heard of it", async () => {
    const reading = outcome(read().read());
    track.unplug();
    expect(await reading).toBe("camera-lost");
  });

  test("a camera that is lost already is not waited for", async () => {
    track.stop();
    expect(await outcome(read().read())).toBe("camera-lost");
  });

  test("pictures that end with the track, before it says so, are a loss", async () => {
    const reading = outcome(read().read());
    track.stop();
    frames.close();
    expect(await reading).toBe("camera-lost");
  });

  test("pictures that end while the track lives are just the end", async () => {
    const reading = outcome(read().read());
    frames.close();
    expect(await reading).toBeUndefined();
  });

  test("a reader that is closed ends, and the camera may be stopped then", async () => {
    const reader = read();
    const reading = outcome(reader.read());
    reader.close();
    track.unplug();
    await settleMicrotasks();
    expect(await reading).toBeUndefined();
    expect(await outcome(reader.read())).toBeUndefined();
  });

  test("pictures that cannot be read any more say why", async () => {
    const reading = read()
      .read()
      .catch((error: unknown) => error);
    const failure = new Error("the decoder broke");
    frames.error(failure);
    expect((await reading) as unknown).toBe(failure);
  });
});
