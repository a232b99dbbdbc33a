import { describe, expect, test } from "bun:test";
import { cameraPictures } from "../camera/camera-pictures.ts";
import { openCamera } from "../camera/open-camera.ts";
import { createFakeCamera } from "./fake-camera.ts";

const globals = [
  "document",
  "MediaStreamTrackProcessor",
  "OffscreenCanvas",
  "createImageBitmap",
  "VideoFrame",
] as const;
const present = () => [
  navigator.mediaDevices,
  ...globals.map((name) => (globalThis as Record<string, unknown>)[name]),
];

describe("createFakeCamera", () => {
  test("takes the browser's place, and leaves everything as it was", () => {
    const before = present();
    const remove = createFakeCamera().install();
    for (const [index, value] of present().entries()) expect(value).not.toBe(before[index]);
    remove();
    expect(present()).toEqual(before);
    expect(globals.map((name) => name in globalThis)).toEqual(globals.map(() => false));
  });

  test("shows pictures of its size, and counts those that are not closed", async () => {
    const camera = createFakeCamera({ width: 320, height: 240 });
    const remove = camera.install();
    const pictures = cameraPictures(camera.stream);
    camera.show();
    const picture = (await pictures.next()).value?.picture;
    expect(picture).toMatchObject({ width: 320, height: 240 });
    expect(camera.openPictures).toBe(1);
    picture?.close();
    picture?.close();
    expect(camera.openPictures).toBe(0);
    await pictures.return();
    remove();
  });

  test("whoever asks gets a stream of their own: ended by one, it goes on for the other", async () => {
    const camera = createFakeCamera();
    const remove = camera.install();
    const [first, second] = [await openCamera(), await openCamera()];
    expect(second).toBe(camera.stream);
    for (const track of first.getTracks()) track.stop();
    const picture = cameraPictures(second).next();
    camera.show();
    (await picture).value?.picture.close();
    expect([first, second].map((stream) => stream.getTracks()[0]?.readyState)).toEqual(["ended", "live"]);
    camera.unplug();
    expect((await openCamera()).getTracks()[0]?.readyState).toBe("live");
    remove();
  });

  test("muted, it says so and gives nothing until it is not", async () => {
    const camera = createFakeCamera();
    const [track] = camera.stream.getVideoTracks();
    const told: string[] = [];
    for (const type of ["mute", "unmute"]) track?.addEventListener(type, () => told.push(type));
    camera.mute(true);
    camera.show();
    expect([track?.muted, camera.openPictures]).toEqual([true, 0]);
    camera.mute(false);
    camera.show();
    expect([track?.muted, camera.openPictures]).toEqual([false, 1]);
    expect(told).toEqual(["mute", "unmute"]);
  });

  test("unplugged, it holds no picture and shows none", () => {
    const camera = createFakeCamera();
    camera.show();
    camera.unplug();
    camera.show();
    expect(camera.openPictures).toBe(0);
    expect(camera.stream.getVideoTracks()[0]?.readyState).toBe("ended");
  });
});
