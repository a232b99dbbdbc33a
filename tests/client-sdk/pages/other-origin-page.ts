import { createJpegEncoder } from "@signify/client-sdk/camera";
import { createHandTracker } from "@signify/client-sdk/hands";
import { createLetterReader } from "@signify/client-sdk/on-device";

/** What the three workers answered. */
export type WorkersReport = {
  isolated: boolean;
  hands: number;
  /** Sum of the letters' probabilities. */
  probability: number;
  /** The first bytes of a JPEG. */
  jpeg: number[];
  /** Addresses of blobs that were made for workers and not forgotten again. */
  remembered: number;
};

let remembered = 0;
const { createObjectURL, revokeObjectURL } = URL;
URL.createObjectURL = (blob: Blob) => {
  remembered += 1;
  return createObjectURL(blob);
};
URL.revokeObjectURL = (address: string) => {
  remembered -= 1;
  revokeObjectURL(address);
};

function picture(): ImageBitmap {
  const canvas = new OffscreenCanvas(64, 48);
  canvas.getContext("2d")?.fillRect(0, 0, 64, 48);
  return canvas.transferToImageBitmap();
}

/** Asks each worker once, with assets that lie there. */
async function askWorkers(assets: string): Promise<WorkersReport> {
  const [tracker, reader] = await Promise.all([
    createHandTracker({ assets }),
    createLetterReader({ assets }),
  ]);
  const encoder = createJpegEncoder({ assets });
  const { hands } = await tracker.find(picture());
  const { probabilities } = await reader.classify(new Float32Array(32 * 126));
  const jpeg = [...(await encoder.encode(picture())).subarray(0, 2)];
  for (const { close } of [tracker, reader, encoder]) close();
  const probability = probabilities.reduce((sum, one) => sum + one, 0);
  return { isolated: globalThis.crossOriginIsolated, hands, probability, jpeg, remembered };
}

/** Why the first of them does not start. */
async function failToStart(assets: string): Promise<string> {
  return createLetterReader({ assets }).then(
    () => "it started",
    (error: Error) => error.message,
  );
}

Object.assign(globalThis, { askWorkers, failToStart });
