import { SignifyError } from "@signify/client-sdk";
import type { PictureSource } from "./picture-source.ts";
import { showClip } from "./show-clip.ts";
import { showPicture } from "./show-picture.ts";

/**
 * Shows a picture or a clip in `video`, over and over, as if it were a camera.
 * @throws SignifyError "bad-picture" when the browser can show neither
 */
export async function showFile(video: HTMLVideoElement, file: Blob): Promise<PictureSource> {
  try {
    return await (file.type.startsWith("video/") ? showClip(video, file) : showPicture(video, file));
  } catch (cause) {
    throw new SignifyError("bad-picture", "Expected a picture or a clip that this browser can show.", {
      cause,
    });
  }
}
