import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { handModelPaths, handRangesPath, letterModelPaths } from "@signify/models";
import { assetNames } from "../src/workers/asset-address.ts";
import { buildWorkers } from "./build-workers.ts";
import { writeLetterModel } from "./write-letter-model.ts";

export { buildElement, elementScript } from "./build-element.ts";
export { packAssets } from "./pack-assets.ts";
export { writeLetterModel } from "./write-letter-model.ts";

/** LiteRT's package exports its script alone; its WebAssembly lies beside that. */
const liteRt = fileURLToPath(new URL("../wasm", import.meta.resolve("@litertjs/core")));
const liteRtFiles = [
  ...[assetNames.handsThreadedLoader, assetNames.handsThreadedBinary],
  ...[assetNames.handsLoader, assetNames.handsBinary],
  ...[assetNames.handsCompatibleLoader, assetNames.handsCompatibleBinary],
];

/** What is written for it, where all else lies somewhere already. */
const written = [
  ...[assetNames.handsWorker, assetNames.lettersWorker, assetNames.picturesWorker],
  assetNames.lettersModel,
];

/**
 * The files that an app serves from one folder for hands and letters on the device, by name. The workers and the
 * letter model are written into `folder`; the others lie where they are installed or built.
 */
export async function assetFiles(folder: string): Promise<Map<string, string>> {
  mkdirSync(folder, { recursive: true });
  await buildWorkers(folder);
  writeLetterModel(join(folder, assetNames.lettersModel));
  return new Map([
    ...written.map((name): [string, string] => [name, join(folder, name)]),
    ...liteRtFiles.map((name): [string, string] => [name, join(liteRt, name)]),
    [assetNames.handsPalmsModel, handModelPaths().palmDetectionTflite],
    [assetNames.handsModel, handModelPaths().handLandmarkTflite],
    [assetNames.lettersDescription, letterModelPaths().metadata],
    [assetNames.handRanges, handRangesPath()],
  ]);
}
