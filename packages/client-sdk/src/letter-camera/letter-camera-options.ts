import type { CameraSource } from "../camera/camera-source.ts";
import type { OpenCameraOptions } from "../camera/open-camera.ts";
import type { ClientEvent } from "../events/client-event.ts";
import type { RecognizeCameraOptions, Where } from "../on-device/recognize-camera.ts";

/** Options of a letter camera: those of `recognizeCamera`, the camera itself, and what is shown. */
export type LetterCameraOptions = Omit<
  RecognizeCameraOptions,
  "where" | "source" | "signal" | "assets" | "on"
> & {
  /** Where letters are read. Default "landmarks" where there is a `url`, "device" without. */
  where?: Where;
  /** Address of the folder with the assets. Default "/signify/". */
  assets?: string | URL;
  /**
   * Which camera to ask for. With `false` none is: the app gives frames to `client.sendFrame` or `client.sendLandmarks`, also outside of
   * browsers. Default: the one that looks at the signer.
   */
  camera?: OpenCameraOptions | false;
  /** A stream, a `<video>` or a file in place of the device's camera. It stays the app's: it is not stopped. */
  source?: CameraSource | undefined;
  /** How the camera is shown in the `<video>`. Default "mirrored", but for a camera that looks away from the signer. */
  preview?: "mirrored" | "plain";
  /** Milliseconds between two snapshots at least, where nothing but a probability is another; 0 for all of them. Default 250. */
  updateInterval?: number;
  /** Told of every event of the client as it comes; no snapshot is made for it. */
  onEvent?: (event: ClientEvent) => void;
};

/** Where letters are read by these options. */
export function whereOf({ where, url }: Pick<LetterCameraOptions, "where" | "url">): Where {
  return where ?? (url ? "landmarks" : "device");
}

/**
 * What of the options another recognizer has to be started for, as a text that can be compared: all that is data, but for the target, how
 * the camera is shown, and how often. Functions are not, because the newest ones are called anyway; nor is the source, which is no data.
 */
export function restartKey(options: LetterCameraOptions): string {
  const { target, preview, updateInterval, source, timing, ...others } = options;
  const data = Object.entries(others).filter(
    ([, value]) => value !== undefined && typeof value !== "function",
  );
  return JSON.stringify(data.sort(([one], [other]) => (one < other ? -1 : 1)));
}
