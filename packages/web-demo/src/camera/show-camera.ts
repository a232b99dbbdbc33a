import { SignifyError } from "@signify/client-sdk";
import { openCamera } from "@signify/client-sdk/camera";
import { openCameraStream } from "./open-camera-stream.ts";
import type { PictureSource } from "./picture-source.ts";
import { playSource } from "./play-source.ts";

/** Shows a camera (a `deviceId`, or empty for the usual one) in `video`. @throws SignifyError */
export async function showCamera(video: HTMLVideoElement, deviceId: string): Promise<PictureSource> {
  return showStream(video, await openCameraStream(deviceId));
}

function showStream(video: HTMLVideoElement, stream: MediaStream): Promise<PictureSource> {
  const [track] = stream.getVideoTracks();
  const deviceId = track?.getSettings().deviceId;
  video.srcObject = stream;
  return playSource(video, {
    onLost: (listener) => track?.addEventListener("ended", listener, { once: true }),
    ...(deviceId && { openAgain: async () => showStream(video, await findAgain(deviceId)) }),
    stop() {
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  });
}

/** The very camera that was lost, and no other in its place. @throws SignifyError "camera-lost" when it is gone */
async function findAgain(deviceId: string): Promise<MediaStream> {
  try {
    return await openCamera({ deviceId });
  } catch (error) {
    if (!SignifyError.isInstance(error) || error.code !== "camera-missing") throw error;
    throw new SignifyError("camera-lost", "The camera is not there any more.", { cause: error });
  }
}
