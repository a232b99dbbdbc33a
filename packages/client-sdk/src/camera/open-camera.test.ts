import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { deferred, settleMicrotasks } from "@signify/core/testing";
import { createFakeCamera, type FakeCamera } from "../testing/fake-camera.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import { type OpenCameraOptions, openCamera } from "./open-camera.ts";

let camera: FakeCamera;
let remove: () => void;
beforeEach(() => {
  camera = createFakeCamera();
  remove = camera.install();
});
afterEach(() => remove());

/** What a browser is asked for. */
async function asked(options?: OpenCameraOptions): Promise<MediaStreamConstraints> {
  const wanted: MediaStreamConstraints[] = [];
  const restore = replaceGlobal("navigator", {
    mediaDevices: { getUserMedia: async (constraints: MediaStreamConstraints) => wanted.push(constraints) },
  });
  await openCamera(options).finally(restore);
  return wanted[0] ?? {};
}

describe("openCamera", () => {
  test("answers the camera's stream", async () => {
    expect(await openCamera()).toBe(camera.stream);
  });

  test("asks for the camera that looks at the signer, small and without sound", async () => {
    expect(await asked()).toEqual({
      audio: false,
      video: {
        facingMode: "user",
        ...{ width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } },
      },
    });
  });

  test("asks for what the app wants, and for one camera exactly when it names it", async () => {
    const size = { width: 1280, height: 720, framesPerSecond: 15 };
    const ideal = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 15 } };
    expect(await asked({ facing: "environment", ...size })).toMatchObject({
      video: { facingMode: "environment", ...ideal },
    });
    const { video } = await asked({ deviceId: "c920", facing: "environment", ...size });
    expect(video).toEqual({ deviceId: { exact: "c920" }, ...ideal });
  });

  test.each([
    ["denied", "camera-denied", /Allow it/],
    ["missing", "camera-missing", /Connect one/],
    ["busy", "camera-busy", /another program/],
  ] as const)("a camera that is %s is told as %s, with what to do", async (how, code, advice) => {
    camera.refuse(how);
    const error = await openCamera().catch((error: unknown) => error);
    expect(error).toMatchObject({ code, message: expect.stringMatching(advice) });
    camera.refuse("none");
    expect(await openCamera()).toBe(camera.stream);
  });

  test("aborted while the browser asks, it rejects with the reason, and a camera that comes later is stopped", async () => {
    const given = deferred<MediaStream>();
    const restore = replaceGlobal("navigator", { mediaDevices: { getUserMedia: () => given.promise } });
    const abort = new AbortController();
    const opening = openCamera({ signal: abort.signal }).catch((error: unknown) => error);
    abort.abort("left the page");
    expect(await opening).toBe("left the page");
    given.resolve(camera.stream);
    await settleMicrotasks();
    expect(camera.stream.getTracks().map(({ readyState }) => readyState)).toEqual(["ended"]);
    restore();
  });

  test("where there is no camera to ask for, it says that the page must come over https", async () => {
    remove();
    const error = await openCamera().catch((error: unknown) => error);
    expect(error).toMatchObject({ code: "unsupported", message: expect.stringMatching(/https/) });
  });
});
