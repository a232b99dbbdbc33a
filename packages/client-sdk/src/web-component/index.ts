export type { LetterCameraOptions } from "../letter-camera/letter-camera-options.ts";
export type { LetterCameraSnapshot, LetterCameraState } from "../letter-camera/letter-camera-snapshot.ts";
export type { Where } from "../on-device/recognize-camera.ts";
export { defineSignifyCamera } from "./define-signify-camera.ts";
export { SignifyCameraElement } from "./signify-camera-element.ts";
export { englishWords, type SignifyCameraWords } from "./words.ts";
