import { type AssetOptions, assetAddress } from "../workers/asset-address.ts";
import { callWorker } from "../workers/call-worker.ts";
import { encodeJpeg } from "./encode-jpeg.ts";

/** Options of {@link createJpegEncoder}. */
export type JpegEncoderOptions = Partial<AssetOptions> & {
  /** Longest side in pixels; larger pictures are made smaller. Default 640. */
  maxSide?: number;
  /** 0..1. Default 0.8. */
  quality?: number;
};

/** Makes JPEGs of a camera's pictures. */
export type JpegEncoder = {
  /** Makes a JPEG. The picture is given away and closed. */
  encode(picture: ImageBitmap | VideoFrame): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends its worker. */
  close(): void;
};

/**
 * With `assets` a worker makes the JPEGs; without, or where workers have no canvas, the page does, which costs its
 * thread a few milliseconds for each.
 */
export function createJpegEncoder(options: JpegEncoderOptions = {}): JpegEncoder {
  const { assets, assetFiles, maxSide = 640, quality = 0.8 } = options;
  if (assets === undefined || typeof OffscreenCanvas === "undefined") {
    return { encode: (picture) => encodeJpeg({ picture, maxSide, quality }), close() {} };
  }
  const calls = callWorker({
    script: assetAddress({ assets, ...(assetFiles && { assetFiles }) }, "picturesWorker"),
    type: "classic",
    code: "unsupported",
    task: "No JPEG could be made of the camera's picture",
  });
  return {
    async encode(picture) {
      try {
        return (await calls.call({ picture, maxSide, quality }, [picture])) as Uint8Array<ArrayBuffer>;
      } finally {
        picture.close();
      }
    },
    close: calls.close,
  };
}
