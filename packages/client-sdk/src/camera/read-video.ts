import { cameraLost } from "./camera-error.ts";
import type { CameraPicture, PictureReader } from "./camera-source.ts";

/** The little of a `<video>` that is used. */
export type VideoElement = Pick<
  HTMLVideoElement,
  "videoWidth" | "ended" | "currentTime" | "srcObject" | "addEventListener" | "removeEventListener"
> &
  Partial<Pick<HTMLVideoElement, "requestVideoFrameCallback" | "cancelVideoFrameCallback">>;

/** Milliseconds for which a video plays before a browser that has called back for no frame of it is not waited for any more. */
const patience = 1000;
/** Pictures in a row that a video may refuse. Chromium refuses the first one of a camera at one start of a hundred, while it calls the video unready. */
const mostRefused = 10;

/** Takes pictures from a `<video>`, as they are shown. */
export function readVideo(video: VideoElement): PictureReader {
  let over = video.ended;
  let closed = false;
  /** Whether the browser calls back for frames, which it may know how to and not do: WebKit does not where it composes without a graphics card. */
  let callsBack = video.requestVideoFrameCallback ? undefined : false;
  let lastTime = -1;
  let refused = 0;
  let wake = () => {};
  const finish = () => {
    over = true;
    wake();
  };
  video.addEventListener("ended", finish);
  // A <video> may go on without pictures when its camera is gone, and say nothing.
  const tracks = tracksOf(video.srcObject);
  const onLost = () => wake();
  for (const track of tracks) track.addEventListener("ended", onLost);

  const nextFrame = () =>
    new Promise<number>((resolve) => {
      wake = () => resolve(performance.now());
      if (over || isLost(video.srcObject)) return wake();
      if (callsBack === false) return void requestAnimationFrame(resolve);
      video.requestVideoFrameCallback?.((now, { captureTime }) => {
        callsBack = true;
        resolve(captureTime ?? now);
      });
      if (callsBack === undefined) watchOut(resolve);
    });

  /** Tells of a frame, and has the page's own pace take over, if the video plays and nobody is called back. */
  const watchOut = (onFrame: (capturedAt: number) => void) => {
    let playsSince: number | undefined;
    const { currentTime } = video;
    const look = (now: number) => {
      if (over || callsBack !== undefined) return;
      if (video.currentTime !== currentTime) playsSince ??= now;
      if (playsSince === undefined || now - playsSince < patience) return void requestAnimationFrame(look);
      callsBack = false;
      onFrame(now);
    };
    requestAnimationFrame(look);
  };

  return {
    async read(): Promise<CameraPicture | undefined> {
      while (!over) {
        const capturedAt = await nextFrame();
        if (over) break;
        if (isLost(video.srcObject)) throw cameraLost();
        const { currentTime } = video;
        if (video.videoWidth === 0 || currentTime === lastTime) continue;
        try {
          const picture = await takePicture(video as HTMLVideoElement);
          lastTime = currentTime;
          refused = 0;
          return { picture, capturedAt };
        } catch (error) {
          refused += 1;
          if (refused === mostRefused) throw error;
        }
      }
      // A stream ends with its camera; a file ends by itself.
      if (!closed && isLost(video.srcObject)) throw cameraLost();
      return undefined;
    },
    close() {
      closed = true;
      video.removeEventListener("ended", finish);
      for (const track of tracks) track.removeEventListener("ended", onLost);
      finish();
    },
  };
}

/**
 * What a video shows. It is the video's frame in Chromium, known by what pages have nowhere else, for that keeps each picture which
 * is drawn of a video, up to half a gigabyte.
 */
async function takePicture(video: HTMLVideoElement): Promise<VideoFrame | ImageBitmap> {
  return "MediaStreamTrackProcessor" in globalThis ? new VideoFrame(video) : createImageBitmap(video);
}

/** Whether a stream's camera is gone. */
function isLost(source: MediaProvider | null): boolean {
  if (!source || !("getVideoTracks" in source)) return false;
  return source.getVideoTracks().every(({ readyState }) => readyState === "ended");
}

function tracksOf(source: MediaProvider | null): MediaStreamTrack[] {
  return source && "getVideoTracks" in source ? source.getVideoTracks() : [];
}
