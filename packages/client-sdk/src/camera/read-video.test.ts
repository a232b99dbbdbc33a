import { describe, expect, test } from "bun:test";
import { readVideo, type VideoElement } from "./read-video.ts";

/** A `<video>` of a camera that gives no picture more. */
function createVideo(readyState: "live" | "ended") {
  const srcObject = { getVideoTracks: () => [{ readyState }] } as unknown as MediaStream;
  return Object.assign(new EventTarget(), {
    ...{ videoWidth: 640, ended: false, currentTime: 0, srcObject },
    requestVideoFrameCallback: () => 0,
  }) as unknown as VideoElement & EventTarget;
}
const failure = (reading: Promise<unknown>) => reading.catch((error: unknown) => error);

describe("readVideo", () => {
  test("a <video> that ends with its camera's track has lost it, instead of having ended", async () => {
    const video = createVideo("ended");
    const reading = failure(readVideo(video).read());
    video.dispatchEvent(new Event("ended"));
    expect(await reading).toMatchObject({ code: "camera-lost" });
  });

  test("that was closed has lost nothing", async () => {
    const reader = readVideo(createVideo("ended"));
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
