import { SignifyError } from "@signify/core";
import type { CameraSource } from "../camera/camera-source.ts";
import type { SignifyClient } from "../client.ts";
import { connect } from "../connect.ts";
import { openOnDevice } from "../on-device/open-on-device.ts";
import { type RecognizeCameraOptions, recognizeCamera } from "../on-device/recognize-camera.ts";

/** What reads letters, and how to end it; the camera is not. */
export type Recognition = { client: SignifyClient; close(): void };

/** Starts what reads the letters of a source, or of the frames that the app gives to its client. */
export async function openRecognition(
  options: Omit<RecognizeCameraOptions, "source"> & { source: CameraSource | undefined },
): Promise<Recognition> {
  const { source, url, where } = options;
  if (source) return recognizeCamera({ ...options, source });
  const client =
    where === "device" ? await openOnDevice(options) : await connect({ ...options, url: expected(url) });
  return { client, close: () => client.close() };
}

function expected(url: string | URL | undefined): string | URL {
  if (url) return url;
  throw new SignifyError("bad-address", 'Expected "url", the server\'s address, or where: "device".');
}
