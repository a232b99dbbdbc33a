import { SignifyError } from "@signify/core";
import { cameraLost } from "./camera-error.ts";
import type { CameraPicture, PictureReader } from "./camera-source.ts";
import { readVideo } from "./read-video.ts";

/** What Chromium has for taking a track's pictures without showing them; not yet in TypeScript's DOM. */
type TrackProcessor = new (options: {
  track: MediaStreamTrack;
  maxBufferSize: number;
}) => { readable: ReadableStream<VideoFrame> };

/** Takes pictures from a stream: straight from its track where the browser can, else from a `<video>` that nobody sees. */
export function readStream(stream: MediaStream): PictureReader {
  const [track] = stream.getVideoTracks();
  if (!track) throw new SignifyError("camera-missing", "Expected a stream with a picture.");
  const Processor = (globalThis as { MediaStreamTrackProcessor?: TrackProcessor }).MediaStreamTrackProcessor;
  return withLoss(track, Processor ? readTrack(track, Processor) : readHidden(stream));
}

function readTrack(track: MediaStreamTrack, Processor: TrackProcessor): PictureReader {
  // With room for one, a picture that was not read in time gives way to the next.
  const reader = new Processor({ track, maxBufferSize: 1 }).readable.getReader();
  return {
    async read() {
      const { value } = await reader.read();
      return value && { picture: value, capturedAt: performance.now() };
    },
    close: () => void reader.cancel().catch(() => {}),
  };
}

function readHidden(stream: MediaStream): PictureReader {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  const playing = video.play();
  const reader = readVideo(video);
  return {
    async read() {
      await playing;
      return reader.read();
    },
    close() {
      reader.close();
      video.srcObject = null;
    },
  };
}

/** A track that ends while it is read was unplugged or taken away: that is an error, not an end. */
function withLoss(track: MediaStreamTrack, reader: PictureReader): PictureReader {
  let closed = false;
  // Set anew by each read: a promise that outlives them all would collect the callbacks of every picture.
  let lose = () => {};
  const onEnded = () => lose();
  track.addEventListener("ended", onEnded);
  return {
    async read() {
      if (track.readyState === "ended" && !closed) throw cameraLost();
      const picture = await new Promise<CameraPicture | undefined>((resolve, reject) => {
        lose = () => reject(cameraLost());
        reader.read().then(resolve, reject);
      });
      if (!picture && track.readyState === "ended" && !closed) throw cameraLost();
      return picture;
    },
    close() {
      closed = true;
      track.removeEventListener("ended", onEnded);
      reader.close();
    },
  };
}
