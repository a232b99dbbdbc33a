import type { AssetOptions } from "../workers/asset-address.ts";
import { type AssetLoader, createAssetLoader } from "../workers/asset-loader.ts";
import { callWorker } from "../workers/call-worker.ts";
import { encodeJpeg } from "./encode-jpeg.ts";

/** Options of {@link createJpegEncoder}. */
export type JpegEncoderOptions = Partial<AssetOptions> & {
  /** Longest side in pixels; larger pictures are made smaller. Default 640. */
  maxSide?: number;
  /** 0..1. Default 0.8. */
  quality?: number;
  /** Finds the worker's script, for who counts it together with other files. Default: one of its own. */
  assetLoader?: AssetLoader;
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
  const { assets, maxSide = 640, quality = 0.8 } = options;
  if (assets === undefined || typeof OffscreenCanvas === "undefined") {
    return { encode: (picture) => encodeJpeg({ picture, maxSide, quality }), close() {} };
  }
  const assetLoader = options.assetLoader ?? createAssetLoader({ ...options, assets });
  const starting = assetLoader.address("picturesWorker").then((script) =>
    callWorker({
      script,
      name: "picturesWorker",
      type: "classic",
      code: "pictures-failed",
      task: "No JPEG could be made of the camera's picture",
      onStarted: () => assetLoader.arrived("picturesWorker"),
    }),
  );
  // Who has a picture is told why there is no worker.
  starting.catch(() => {});
  return {
    async encode(picture) {
      try {
        const { call } = await starting;
        return (await call({ picture, maxSide, quality }, [picture])) as Uint8Array<ArrayBuffer>;
      } finally {
        picture.close();
      }
    },
    close: () => void starting.then(({ close }) => close()).catch(() => {}),
  };
}
