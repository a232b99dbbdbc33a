import { cameraProblem, PageProblem } from "../recognition/problem.ts";

/** Where pictures come from: a camera, or a file that stands in for one. */
export type PictureSource = {
  kind: "camera" | "file";
  /** Told once when a camera is unplugged or taken away. */
  onLost(listener: () => void): void;
  stop(): void;
};

/** Shows a camera in `video`. @throws PageProblem */
export async function openCamera(video: HTMLVideoElement, deviceId: string): Promise<PictureSource> {
  const wanted = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } };
  let stream: MediaStream;
  try {
    // A page that did not come over https or from localhost has no mediaDevices at all.
    if (!navigator.mediaDevices) throw new TypeError("no mediaDevices");
    stream = await openStream(wanted, deviceId);
  } catch (error) {
    throw cameraProblem(error);
  }
  video.srcObject = stream;
  await play(video);
  return {
    kind: "camera",
    onLost: (listener) => stream.getVideoTracks()[0]?.addEventListener("ended", listener, { once: true }),
    stop() {
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
  };
}

/** The chosen camera, or the usual one when the chosen one is not there any more. */
async function openStream(wanted: MediaTrackConstraints, deviceId: string): Promise<MediaStream> {
  if (deviceId) {
    try {
      return await navigator.mediaDevices.getUserMedia({
        video: { ...wanted, deviceId: { exact: deviceId } },
        audio: false,
      });
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "OverconstrainedError") throw error;
    }
  }
  return navigator.mediaDevices.getUserMedia({ video: { ...wanted, facingMode: "user" }, audio: false });
}

/** Shows a picture or a clip in `video`, over and over, as if it were a camera. @throws PageProblem */
export async function openFile(video: HTMLVideoElement, file: Blob): Promise<PictureSource> {
  try {
    return await (file.type.startsWith("video/") ? openClip(video, file) : openPicture(video, file));
  } catch (error) {
    throw new PageProblem("file", { cause: error });
  }
}

async function openClip(video: HTMLVideoElement, file: Blob): Promise<PictureSource> {
  const address = URL.createObjectURL(file);
  const stop = () => {
    video.removeAttribute("src");
    video.load();
    URL.revokeObjectURL(address);
  };
  video.src = address;
  video.loop = true;
  try {
    await play(video);
  } catch (error) {
    stop();
    throw error;
  }
  return { kind: "file", onLost() {}, stop };
}

/** Longest side of the canvas that stands in for the camera. */
const longestSide = 960;
/** Milliseconds between two "frames" of a still picture. */
const redrawEvery = 66;

async function openPicture(video: HTMLVideoElement, file: Blob): Promise<PictureSource> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(2, Math.round(picture.width * scale));
  canvas.height = Math.max(2, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  const draw = () => context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  draw();
  const stream = canvas.captureStream();
  // A canvas stream has a new frame only when the canvas is drawn on.
  const timer = setInterval(draw, redrawEvery);
  video.srcObject = stream;
  await play(video);
  return {
    kind: "file",
    onLost() {},
    stop() {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
      picture.close();
      video.srcObject = null;
    },
  };
}

async function play(video: HTMLVideoElement): Promise<void> {
  video.muted = true;
  video.playsInline = true;
  await video.play();
  if (video.videoWidth > 0) return;
  await new Promise<void>((resolve) => video.addEventListener("resize", () => resolve(), { once: true }));
}
