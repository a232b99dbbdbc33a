import { SignifyError } from "@signify/core";
import { untilAborted } from "../until-aborted.ts";
import { cameraError } from "./camera-error.ts";

/** Options of {@link openCamera}. */
export type OpenCameraOptions = {
  /** A camera of `navigator.mediaDevices.enumerateDevices()`. */
  deviceId?: string;
  /** "user" (the default) is the camera that looks at the signer. */
  facing?: "user" | "environment";
  /** Pixels that are asked of the camera, which may give others. Default 640. */
  width?: number;
  /** The same for the height. Default 480. */
  height?: number;
  /** Pictures a second that are asked of it. Default 30. */
  framesPerSecond?: number;
  /** Aborting it rejects with its reason; a camera that is given after that is stopped at once. */
  signal?: AbortSignal;
};

/**
 * Asks for the camera.
 * @throws SignifyError "camera-denied", "camera-missing" or "camera-busy", each with what to do; "unsupported" where
 * there is no camera to ask for, as on a page that came over plain http; or the signal's reason.
 */
export async function openCamera(options: OpenCameraOptions = {}): Promise<MediaStream> {
  const { deviceId, facing = "user", width = 640, height = 480, framesPerSecond = 30, signal } = options;
  const devices = (globalThis.navigator as Partial<Navigator> | undefined)?.mediaDevices;
  if (!devices?.getUserMedia) {
    throw new SignifyError(
      "unsupported",
      "There is no camera to ask for. A browser gives one only to pages over https or from localhost.",
    );
  }
  const ask = () =>
    devices
      .getUserMedia({
        audio: false,
        video: {
          ...(deviceId ? { deviceId: { exact: deviceId } } : { facingMode: facing }),
          width: { ideal: width },
          height: { ideal: height },
          frameRate: { ideal: framesPerSecond },
        },
      })
      .catch((error: unknown) => {
        throw cameraError(error);
      });
  return untilAborted(ask, [signal], (late) => {
    for (const track of late.getTracks()) track.stop();
  });
}
