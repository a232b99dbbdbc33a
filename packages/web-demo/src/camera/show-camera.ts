import { openCameraStream } from "./open-camera-stream.ts";
import type { PictureSource } from "./picture-source.ts";
import { playSource } from "./play-source.ts";

/** Shows a camera (a `deviceId`, or empty for the usual one) in `video`. @throws SignifyError */
export async function showCamera(video: HTMLVideoElement, deviceId: string): Promise<PictureSource> {
  const stream = await openCameraStream(deviceId);
  video.srcObject = stream;
  return playSource(video, {
    onLost: (listener) => stream.getVideoTracks()[0]?.addEventListener("ended", listener, { once: true }),
    stop() {
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  });
}
