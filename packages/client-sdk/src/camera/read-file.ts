import { SignifyError } from "@signify/core";
import type { PictureReader } from "./camera-source.ts";
import { readVideo } from "./read-video.ts";

/** Takes the one picture of a picture file, or those of a video file as it plays. */
export function readFile(file: Blob): PictureReader {
  return file.type.startsWith("video/") ? readVideoFile(file) : readPictureFile(file);
}

function readPictureFile(file: Blob): PictureReader {
  let done = false;
  return {
    async read() {
      if (done) return undefined;
      done = true;
      try {
        return { picture: await createImageBitmap(file), capturedAt: performance.now() };
      } catch (cause) {
        throw unreadable(cause);
      }
    },
    close() {
      done = true;
    },
  };
}

function readVideoFile(file: Blob): PictureReader {
  const video = document.createElement("video");
  const address = URL.createObjectURL(file);
  video.muted = true;
  video.playsInline = true;
  video.src = address;
  const playing = video.play();
  playing.catch(() => {});
  const reader = readVideo(video);
  return {
    async read() {
      try {
        await playing;
      } catch (cause) {
        throw unreadable(cause);
      }
      return reader.read();
    },
    close() {
      reader.close();
      video.pause();
      video.removeAttribute("src");
      URL.revokeObjectURL(address);
    },
  };
}

function unreadable(cause: unknown): SignifyError {
  return new SignifyError("bad-picture", "Expected a picture or a video that this browser can read.", {
    cause,
  });
}
