import type { CameraSource } from "../camera/camera-source.ts";

/** Shows a camera in a `<video>`, whichever of the two comes first. */
export type Preview = {
  /** The element to show it in, or null for none. */
  attach(video: HTMLVideoElement | null): void;
  /** What to show, and whether like a mirror. Only a stream can be shown; of others the app has a picture already. */
  show(source: CameraSource | undefined, mirrored: boolean): void;
};

/** Makes a {@link Preview}. */
export function createPreview(): Preview {
  let video: HTMLVideoElement | null = null;
  let stream: MediaStream | null = null;
  let isMirrored = false;

  const refresh = () => {
    if (!video) return;
    video.style.transform = isMirrored ? "scaleX(-1)" : "";
    if (video.srcObject !== stream) video.srcObject = stream;
    if (!stream) return;
    video.muted = true;
    video.playsInline = true;
    // It is refused where the element is gone meanwhile; the camera is read from its stream, not from here.
    video.play()?.catch(() => {});
  };
  return {
    attach(next) {
      if (video && video !== next) video.srcObject = null;
      video = next;
      refresh();
    },
    show(source, mirrored) {
      stream = source && "getTracks" in source ? source : null;
      isMirrored = mirrored;
      refresh();
    },
  };
}
