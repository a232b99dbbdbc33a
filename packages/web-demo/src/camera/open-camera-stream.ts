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
    if (!SignifyError.isInstance(error) || error.code !== "camera-missing") throw error;
    return open();
  }
}
