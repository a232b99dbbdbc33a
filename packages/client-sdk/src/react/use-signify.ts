import type { LetterCamera } from "../letter-camera/letter-camera.ts";
import { type LetterCameraSnapshot, nothingSeen } from "../letter-camera/letter-camera-snapshot.ts";
import { readTarget } from "../read-target.ts";
import { type UseLetterCameraOptions, useLetterCamera } from "./use-letter-camera.ts";
import { useLetterCameraValue } from "./use-letter-camera-value.ts";

/** What `useSignify` answers: the present snapshot, and what an app does with the camera. */
export type Signify = LetterCameraSnapshot & {
  /** For the `ref` of a `<video>`, which then shows the camera like a mirror. */
  readonly video: LetterCamera["attach"];
  /** Asks for the camera and starts, or tries again what has failed. */
  readonly start: LetterCamera["start"];
  /** Stops the camera and closes everything. */
  readonly stop: LetterCamera["stop"];
  /** The camera itself, for components that show parts of it by `useLetterCameraValue`. */
  readonly camera: LetterCamera;
};

/**
 * Reads letters from the camera while the component is there.
 *
 * ```tsx
 * const { video, letter, verdict, state, error } = useSignify({ url: "wss://signify.example", target: "A" });
 * return <><video ref={video} /><p>{error?.message ?? letter ?? state}</p></>;
 * ```
 *
 * It renders when the letter, the verdict, the correction or a state is another one, and at most four times a second for a probability
 * (`updateInterval`). It is safe in StrictMode, and on a server, where it renders what there is before it starts and does nothing.
 * @throws SignifyError "bad-message" when the target is not one letter A–Z.
 */
export function useSignify(options: UseLetterCameraOptions): Signify {
  const camera = useLetterCamera(options);
  const snapshot = useLetterCameraValue(camera, (whole) => whole);
  const target = readTarget(options.target ?? null);
  // A new target is set after rendering: until then nothing of the older one is shown as if it were of this.
  const seen = snapshot.target === target ? snapshot : { ...snapshot, ...nothingSeen, target };
  return { ...seen, video: camera.attach, start: camera.start, stop: camera.stop, camera };
}
