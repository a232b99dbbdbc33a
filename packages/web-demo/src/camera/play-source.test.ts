import { expect, test } from "bun:test";
import { settleMicrotasks } from "@signify/core/testing";
import { playSource } from "./play-source.ts";

/** A video that plays as a test says. */
function createVideo(play: () => Promise<void> = async () => {}) {
  return Object.assign(new EventTarget(), { play, videoWidth: 0, muted: false, playsInline: false });
}

function createSource() {
  const source = {
    stopped: false,
    onLost() {},
    stop() {
      source.stopped = true;
    },
  };
  return source;
}

test("a video plays without sound, and its source is there once its size is known", async () => {
  const video = createVideo();
  const source = createSource();
  let played = false;
  const playing = playSource(video as unknown as HTMLVideoElement, source).then((answer) => {
    played = true;
    return answer;
  });
  await settleMicrotasks();
  expect(played).toBe(false);
  expect(video).toMatchObject({ muted: true, playsInline: true });
  video.dispatchEvent(new Event("resize"));
  expect(await playing).toBe(source);
  expect(source.stopped).toBe(false);
});

test("a source that cannot be played is let go of, and the browser's reason is kept", async () => {
  const reason = new Error("expected a codec");
  const source = createSource();
  const video = createVideo(() => Promise.reject(reason)) as unknown as HTMLVideoElement;
  expect(await playSource(video, source).catch((error: unknown) => error)).toBe(reason);
  expect(source.stopped).toBe(true);
});
