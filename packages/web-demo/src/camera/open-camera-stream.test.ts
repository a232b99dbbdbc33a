import { expect, test } from "bun:test";
import { type ErrorCode, SignifyError } from "@signify/client-sdk";
import type { OpenCameraOptions } from "@signify/client-sdk/camera";
import { openCameraStream } from "./open-camera-stream.ts";

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
