export type { CameraSource } from "../camera/camera-source.ts";
export type { CameraState } from "../camera/feed.ts";
export type { AssetEntry, AssetManifest, AssetName, AssetOptions } from "../workers/asset-address.ts";
export type { AssetLoader, AssetLoaderOptions } from "../workers/asset-loader.ts";
export type { FileLoading, Loading, LoadingPurpose } from "../workers/loading.ts";
export { type FallbackOptions, openWithFallback } from "./fallback-client.ts";
export { createLetterReader, type LetterReader, type LetterReaderOptions } from "./letter-reader.ts";
export { type OnDeviceOptions, openOnDevice } from "./open-on-device.ts";
export {
  type CameraRecognition,
  type RecognizeCameraOptions,
  recognizeCamera,
  type Where,
} from "./recognize-camera.ts";
