import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { settleMicrotasks } from "@signify/core/testing";
import { replaceGlobal } from "../testing/replace-global.ts";
import { readVideo, type VideoElement } from "./read-video.ts";

/** What waits for the page's next picture. */
let drawn: FrameRequestCallback[];
let removals: (() => void)[];
beforeEach(() => {
  drawn = [];
  removals = [
    replaceGlobal("requestAnimationFrame", (callback: FrameRequestCallback) => drawn.push(callback)),
    replaceGlobal("createImageBitmap", async () => ({ close() {} })),
  ];
});
afterEach(() => {
  for (const remove of removals.reverse()) remove();
});

/** The page draws, at this time. */
async function draw(now: number): Promise<void> {
  for (const callback of drawn.splice(0)) callback(now);
  await settleMicrotasks();
}

type OnFrame = (now: number, metadata: { captureTime?: number }) => void;

/** A video that plays, and the callbacks that it was asked for. */
function playing({ knowsCallbacks = true } = {}) {
  const asked: OnFrame[] = [];
  const video = {
    ...{ videoWidth: 640, ended: false, currentTime: 1, srcObject: null },
    addEventListener() {},
    removeEventListener() {},
    ...(knowsCallbacks && { requestVideoFrameCallback: (callback: OnFrame) => asked.push(callback) }),
  };
  return { video, asked, reader: readVideo(video as unknown as VideoElement) };
}

test("a picture was captured when the browser says, and nothing else is waited for once it has called back", async () => {
  const { video, asked, reader } = playing();
  const first = reader.read();
  asked.pop()?.(70, { captureTime: 50 });
  expect((await first)?.capturedAt).toBe(50);
  video.currentTime = 2;
  await draw(0);
  const second = reader.read();
  expect(drawn).toEqual([]);
  asked.pop()?.(90, {});
  expect((await second)?.capturedAt).toBe(90);
});

test("Chromium is asked for the video's frame, and draws no picture of it", async () => {
  const frames: object[] = [];
  removals.push(
    replaceGlobal("MediaStreamTrackProcessor", {}),
    replaceGlobal("VideoFrame", function frameOf(shown: object) {
      frames.push(shown);
      return { format: "I420" };
    }),
    replaceGlobal("createImageBitmap", () => Promise.reject(new Error("expected nothing to be drawn"))),
  );
  const { video, asked, reader } = playing();
  const reading = reader.read();
  asked.pop()?.(70, {});
  expect((await reading)?.picture as object).toEqual({ format: "I420" });
  expect(frames).toEqual([video]);
});

describe("a video that gives no picture", () => {
  const refusal = new Error("made up: no frame yet");
  /** A reader that has been told of so many frames while the video gives a picture, or refuses it. */
  const setUp = () => {
    let gives = false;
    removals.push(
      replaceGlobal("createImageBitmap", async () => {
        if (!gives) throw refusal;
        return { close() {} };
      }),
    );
    const { video, asked, reader } = playing();
    const show = async (frames: number) => {
      for (let frame = 0; frame < frames; frame++) {
        video.currentTime += 1;
        asked.pop()?.(frame, {});
        await settleMicrotasks();
      }
    };
    return { reader, show, give: (now: boolean) => (gives = now) };
  };

  test("for a moment is asked for the next one", async () => {
    const { reader, show, give } = setUp();
    for (let turn = 0; turn < 2; turn++) {
      give(false);
      const reading = reader.read();
      await show(9);
      give(true);
      await show(1);
      expect(await reading).toMatchObject({ capturedAt: 0 });
    }
  });

  test("ten times in a row is given up, and why is told", async () => {
    const { reader, show } = setUp();
    const reading = reader.read().catch((error: unknown) => error);
    await show(10);
    expect(await reading).toBe(refusal);
  });
});

test("a browser that does not know callbacks is asked at each picture that it draws, until the video goes on", async () => {
  const { video, reader } = playing({ knowsCallbacks: false });
  const first = reader.read();
  await draw(10);
  expect((await first)?.capturedAt).toBe(10);
  const second = reader.read();
  await draw(20);
  video.currentTime = 2;
  await draw(30);
  expect((await second)?.capturedAt).toBe(30);
});

test("WebKit without a graphics card knows callbacks and called nobody: after a second of playing the page's pace is taken", async () => {
  const { video, reader } = playing();
  const first = reader.read();
  await draw(0);
  // It has not begun to play: that takes as long as it takes.
  await draw(5000);
  video.currentTime = 2;
  await draw(5010);
  await draw(6009);
  expect(drawn).toHaveLength(1);
  await draw(6010);
  expect((await first)?.capturedAt).toBe(6010);
  video.currentTime = 3;
  const second = reader.read();
  await draw(6026);
  expect((await second)?.capturedAt).toBe(6026);
});

test("a reader that is closed asks for no more pictures of the page", async () => {
  const { reader } = playing();
  const reading = reader.read();
  reader.close();
  expect(await reading).toBeUndefined();
  await draw(0);
  expect(drawn).toEqual([]);
});

/** A `<video>` of a camera that gives no picture more. */
function createVideo(readyState: "live" | "ended") {
  const track = Object.assign(new EventTarget(), { readyState });
  const srcObject = { getVideoTracks: () => [track] } as unknown as MediaStream;
  return Object.assign(new EventTarget(), {
    ...{ videoWidth: 640, ended: false, currentTime: 0, srcObject },
    ...{ requestVideoFrameCallback: () => 0, track },
  }) as unknown as VideoElement & EventTarget & { track: EventTarget & { readyState: string } };
}
const failure = (reading: Promise<unknown>) => reading.catch((error: unknown) => error);

describe("readVideo", () => {
  test("a <video> that ends with its camera's track has lost it, instead of having ended", async () => {
    const video = createVideo("ended");
    const reading = failure(readVideo(video).read());
    video.dispatchEvent(new Event("ended"));
    expect(await reading).toMatchObject({ code: "camera-lost" });
  });

  test("a <video> that goes on without pictures when its camera is unplugged has lost it", async () => {
    const video = createVideo("live");
    const reader = readVideo(video);
    const reading = failure(reader.read());
    video.track.readyState = "ended";
    video.track.dispatchEvent(new Event("ended"));
    expect(await reading).toMatchObject({ code: "camera-lost" });
    expect(await failure(reader.read())).toMatchObject({ code: "camera-lost" });
  });

  test("that was closed has lost nothing", async () => {
    const reader = readVideo(createVideo("live"));
    const reading = reader.read();
    reader.close();
    expect(await reading).toBeUndefined();
  });

  test("a stream that goes on has ended where its <video> has", async () => {
    const video = createVideo("live");
    const reading = readVideo(video).read();
    video.dispatchEvent(new Event("ended"));
    expect(await reading).toBeUndefined();
  });
});
