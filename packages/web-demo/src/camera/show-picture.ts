import type { PictureSource } from "./picture-source.ts";
import { playSource } from "./play-source.ts";

/** Longest side of the canvas that stands in for the camera. */
const longestSide = 960;
/** Milliseconds between two "frames" of a still picture. */
const redrawEvery = 66;
/** Frames a second that the stream may have, more than are drawn: WebKit ends a stream without a rate after two. */
const mostFrames = 30;

/** Shows a picture in `video` as a camera would that looks at it. @throws what the browser says of an odd picture */
export async function showPicture(video: HTMLVideoElement, file: Blob): Promise<PictureSource> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(2, Math.round(picture.width * scale));
  canvas.height = Math.max(2, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  const draw = () => context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  draw();
  const stream = canvas.captureStream(mostFrames);
  // A canvas stream has a new frame only when the canvas is drawn on.
  const timer = setInterval(draw, redrawEvery);
  video.srcObject = stream;
  return playSource(video, {
    onLost() {},
    stop() {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
      picture.close();
      video.srcObject = null;
    },
  });
}
