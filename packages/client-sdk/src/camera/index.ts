export type { AssetName, AssetOptions } from "../workers/asset-address.ts";
export { type CameraPicturesOptions, cameraPictures } from "./camera-pictures.ts";
export type { CameraPicture, CameraSource } from "./camera-source.ts";
export type { CameraState, Feed, FeedOptions } from "./feed.ts";
export { createJpegEncoder, type JpegEncoder, type JpegEncoderOptions } from "./jpeg-encoder.ts";
export { type OpenCameraOptions, openCamera } from "./open-camera.ts";
export { type SendPicturesOptions, sendPictures } from "./send-pictures.ts";
