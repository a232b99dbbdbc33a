import { SignifyError } from "@signify/client-sdk";
import { openCamera } from "@signify/client-sdk/camera";

/**
 * The chosen camera (a `deviceId`, or empty for the usual one), or the usual one when the chosen one is gone.
 * @throws SignifyError what `openCamera` throws
 */
export async function openCameraStream(deviceId: string, open = openCamera): Promise<MediaStream> {
  if (!deviceId) return open();
  try {
    return await open({ deviceId });
  } catch (error) {
    if (!isMissing(error)) throw error;
    return open();
  }
}

/**
 * The very camera that was lost, by its `deviceId`, and no other in its place.
 * @throws SignifyError "camera-lost" when it is not there any more; else what `openCamera` throws
 */
export async function openSameCamera(deviceId: string, open = openCamera): Promise<MediaStream> {
  try {
    return await open({ deviceId });
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new SignifyError("camera-lost", "The camera is not there any more.", { cause: error });
  }
}

function isMissing(error: unknown): boolean {
  return SignifyError.isInstance(error) && error.code === "camera-missing";
}
