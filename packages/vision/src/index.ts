export { createJpegDecoder, type JpegDecoder, type JpegDecoderOptions } from "./jpeg/jpeg-decoder.ts";
export { createLocalLocator } from "./locate/local-locator.ts";
export {
  type LocatorParts,
  locateHandsInPicture,
  type PictureRequest,
} from "./locate/locate-hands-in-picture.ts";
export { openVision, type Vision } from "./locate/open-vision.ts";
export type { VisionSettings } from "./locate/vision-settings.ts";
export { handNetworkPaths, type LiveHandNetwork } from "./networks/hand-network-paths.ts";
export {
  createOnnxHandModels,
  type OnnxHandModels,
  type OnnxHandModelsOptions,
} from "./networks/onnx-hand-models.ts";
