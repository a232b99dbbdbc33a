import { SignifyError } from "@signify/core";
import type { CameraPicture, CameraSource, PictureReader } from "./camera-source.ts";
import { readFile } from "./read-file.ts";
import { readStream } from "./read-stream.ts";
import { readVideo } from "./read-video.ts";

/** Options of {@link cameraPictures}. */
export type CameraPicturesOptions = {
  /** Pictures a second at most. Default 30. */
  framesPerSecond?: number;
  /** Aborting it ends the loop. */
  signal?: AbortSignal;
};

/**
 * The pictures of a camera or a file, newest first come: while the loop is busy the camera's pictures are skipped, not
 * queued. The loop must close each picture, or give it away. It ends with the file, or when the signal is aborted.
 * @throws SignifyError "camera-lost" when the camera is unplugged; "bad-picture" for a file that cannot be read.
 */
export async function* cameraPictures(
  source: CameraSource,
  options: CameraPicturesOptions = {},
): AsyncGenerator<CameraPicture, void, undefined> {
  const { framesPerSecond = 30, signal } = options;
  // A camera of the same rate is never quite even: what comes a little early is not too much.
  const least = (1000 / framesPerSecond) * 0.7;
  if (signal?.aborted) return;
  const reader = openReader(source);
  const close = () => reader.close();
  signal?.addEventListener("abort", close, { once: true });
  let last = Number.NEGATIVE_INFINITY;
  try {
    while (!signal?.aborted) {
      const picture = await reader.read();
      if (!picture) return;
      const now = performance.now();
      if (signal?.aborted || now - last < least) {
        picture.picture.close();
        continue;
      }
      last = now;
      yield picture;
    }
  } catch (error) {
    if (!signal?.aborted) throw error;
  } finally {
    signal?.removeEventListener("abort", close);
    reader.close();
  }
}

function openReader(source: CameraSource): PictureReader {
  if (source instanceof Blob) return readFile(source);
  if ("getVideoTracks" in source) return readStream(source);
  if ("videoWidth" in source) return readVideo(source);
  throw new SignifyError(
    "unsupported",
    "Expected a <video>, a MediaStream or a file as the source of pictures.",
  );
}
