import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { handModelPaths, handRangesPath, letterModelPaths } from "@signify/models";
import { assetNames } from "../src/workers/asset-address.ts";
import { buildWorkers } from "./build-workers.ts";

export { packAssets } from "./pack-assets.ts";

const installed = (specifier: string) => fileURLToPath(import.meta.resolve(specifier));

/**
 * The files that an app serves from one folder for hands and letters on the device, by name. The workers are bundled
 * into `folder`; the others lie where they are installed or built.
 */
export async function assetFiles(folder: string): Promise<Map<string, string>> {
  mkdirSync(folder, { recursive: true });
  await buildWorkers(folder);
  return new Map([
    ...[assetNames.handsWorker, assetNames.lettersWorker, assetNames.picturesWorker].map(
      (name): [string, string] => [name, `${folder}/${name}`],
    ),
    [assetNames.handsLoader, installed("@mediapipe/tasks-vision/vision_wasm_internal.js")],
    [assetNames.handsBinary, installed("@mediapipe/tasks-vision/vision_wasm_internal.wasm")],
    [assetNames.handsModel, handModelPaths().handLandmarkerTask],
    [assetNames.lettersBinary, installed("onnxruntime-web/ort-wasm-simd-threaded.wasm")],
    [assetNames.lettersModel, letterModelPaths().model],
    [assetNames.lettersDescription, letterModelPaths().metadata],
    [assetNames.handRanges, handRangesPath()],
  ]);
}
