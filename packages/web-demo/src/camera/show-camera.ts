import { openCameraStream, openSameCamera } from "./open-camera-stream.ts";
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
    ...(deviceId && { openAgain: async () => showStream(video, await openSameCamera(deviceId)) }),
    stop() {
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  });
}
