import { describe, expect, test } from "bun:test";
import { readVideo, type VideoElement } from "./read-video.ts";

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
