import { type OpenCameraOptions, openCamera } from "../camera/open-camera.ts";

/** A device's camera while it is used: one, however often it is asked for. */
export type OwnCamera = {
  /** Answers the stream that is open or being opened, if it was asked for in the same way. @throws what `openCamera` throws. */
  open(options: OpenCameraOptions): Promise<MediaStream>;
  /** Stops it, also one that is still being opened. */
  close(): void;
};

/** Makes an {@link OwnCamera}. */
export function createOwnCamera(): OwnCamera {
  let current: { wish: string; opening: Promise<MediaStream> } | undefined;
  const close = () => {
    current?.opening.then(
      (stream) => {
        for (const track of stream.getTracks()) track.stop();
      },
      () => {},
    );
    current = undefined;
  };
  return {
    open(options) {
      const wish = JSON.stringify(options);
      if (current?.wish !== wish) {
        close();
        current = { wish, opening: openCamera(options) };
      }
      return current.opening;
    },
    close,
  };
}
