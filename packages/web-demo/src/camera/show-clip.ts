import type { PictureSource } from "./picture-source.ts";
import { playSource } from "./play-source.ts";

/** Shows a clip in `video`, over and over. @throws what the browser says of a clip that it cannot play */
export async function showClip(video: HTMLVideoElement, file: Blob): Promise<PictureSource> {
  const address = URL.createObjectURL(file);
  video.src = address;
  video.loop = true;
  return playSource(video, {
    onLost() {},
    stop() {
      video.removeAttribute("src");
      video.load();
      URL.revokeObjectURL(address);
    },
  });
}
