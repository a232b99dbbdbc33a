import { useSyncExternalStore } from "react";
import type { LetterCamera } from "../letter-camera/letter-camera.ts";
import type { LetterCameraSnapshot } from "../letter-camera/letter-camera-snapshot.ts";

/**
 * One value of a camera's snapshots; the component renders when that value is another one, and at no other time.
 *
 * @param select answers a value of the snapshot, or one that is made of them and equal (`Object.is`) as long as they are: no new object
 * @example const letter = useLetterCameraValue(camera, ({ letter }) => letter);
 */
export function useLetterCameraValue<Value>(
  camera: LetterCamera,
  select: (snapshot: LetterCameraSnapshot) => Value,
): Value {
  const read = () => select(camera.snapshot);
  return useSyncExternalStore(camera.subscribe, read, read);
}
