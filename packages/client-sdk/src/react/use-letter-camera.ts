import { useEffect, useState } from "react";
import { createLetterCamera, type LetterCamera } from "../letter-camera/letter-camera.ts";
import type { LetterCameraOptions } from "../letter-camera/letter-camera-options.ts";

/** Options of {@link useLetterCamera} and `useSignify`. They may be written in place: they are compared by what they say. */
export type UseLetterCameraOptions = LetterCameraOptions & {
  /** Whether to start by itself. With `false` the camera is asked for when the app calls `start`, as after a click. Default true. */
  autoStart?: boolean;
};

/**
 * A camera whose letters are read while the component is there, and that renders nothing by itself: what shows a part of it says by
 * `useLetterCameraValue` which. The camera is the same object for as long as the component is there.
 *
 * Another target is set; another `where`, `url` or other data starts it anew; other functions are called from now on.
 */
export function useLetterCamera(options: UseLetterCameraOptions): LetterCamera {
  const { autoStart = true, ...others } = options;
  const [camera] = useState(() => createLetterCamera(others));
  useEffect(() => camera.configure(others));
  useEffect(() => {
    let isThere = true;
    // React's StrictMode mounts, leaves and mounts again in one go: what is left at once never asks for a camera.
    if (autoStart) queueMicrotask(() => isThere && camera.start());
    return () => {
      isThere = false;
      camera.stop();
    };
  }, [camera, autoStart]);
  return camera;
}
