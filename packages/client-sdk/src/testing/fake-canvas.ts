import { fakeJpeg } from "./fake-frames.ts";

/** Makes a stand-in for OffscreenCanvas whose JPEGs no decoder reads. */
export function createFakeCanvasClass(): new (width: number, height: number) => object {
  return class {
    width: number;
    height: number;
    constructor(width: number, height: number) {
      this.width = width;
      this.height = height;
    }
    getContext() {
      return { drawImage() {} };
    }
    async convertToBlob() {
      // jsdom's own Blob does not give its bytes.
      return { type: "image/jpeg", size: fakeJpeg().byteLength, arrayBuffer: async () => fakeJpeg().buffer };
    }
  };
}
