import { expect, test } from "bun:test";
import { type ErrorCode, SignifyError } from "@signify/client-sdk";
import type { OpenCameraOptions } from "@signify/client-sdk/camera";
import { openCameraStream, openSameCamera } from "./open-camera-stream.ts";

/** Cameras of which one cannot be opened, and what was asked of them. */
function cameras(failing: { deviceId: string | undefined; code: ErrorCode }) {
  const asked: (string | undefined)[] = [];
  const open = async ({ deviceId }: OpenCameraOptions = {}) => {
    asked.push(deviceId);
    if (deviceId === failing.deviceId) throw new SignifyError(failing.code, "expected a camera");
    return { id: deviceId ?? "usual" } as MediaStream;
  };
  return { asked, open };
}

test("the usual camera is asked for when none is chosen", async () => {
  const { asked, open } = cameras({ deviceId: "other", code: "camera-missing" });
  expect((await openCameraStream("", open)).id).toBe("usual");
  expect(asked).toEqual([undefined]);
});

test("the chosen camera is taken when it is there", async () => {
  const { asked, open } = cameras({ deviceId: "other", code: "camera-missing" });
  expect((await openCameraStream("chosen", open)).id).toBe("chosen");
  expect(asked).toEqual(["chosen"]);
});

test("the usual camera takes the place of a chosen one that is gone", async () => {
  const { asked, open } = cameras({ deviceId: "chosen", code: "camera-missing" });
  expect((await openCameraStream("chosen", open)).id).toBe("usual");
  expect(asked).toEqual(["chosen", undefined]);
});

test("a chosen camera that is denied or busy is not replaced by another", async () => {
  for (const code of ["camera-denied", "camera-busy"] as const) {
    const { asked, open } = cameras({ deviceId: "chosen", code });
    const failure = await openCameraStream("chosen", open).catch((error: unknown) => error);
    expect(failure).toHaveProperty("code", code);
    expect(asked).toEqual(["chosen"]);
  }
});

test("a camera that was lost is lost when it is not there any more, and no other takes its place", async () => {
  const { asked, open } = cameras({ deviceId: "lost", code: "camera-missing" });
  expect((await openSameCamera("there", open)).id).toBe("there");
  const failure = await openSameCamera("lost", open).catch((error: unknown) => error);
  expect(failure).toHaveProperty("code", "camera-lost");
  expect(asked).toEqual(["there", "lost"]);
});

test("a camera that was lost and is denied or busy now is told as that", async () => {
  for (const code of ["camera-denied", "camera-busy"] as const) {
    const { open } = cameras({ deviceId: "lost", code });
    expect(await openSameCamera("lost", open).catch((error: unknown) => error)).toHaveProperty("code", code);
  }
});
