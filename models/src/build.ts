import { dirname } from "node:path";
import { SignifyError } from "@signify/core";
import { buildHandModels } from "./build-hand-models.ts";
import { readHandNetworks } from "./mediapipe-package.ts";
import { handModelPaths } from "./model-paths.ts";

const started = performance.now();
try {
  for (const { name, bytes } of buildHandModels(
    readHandNetworks(),
    dirname(handModelPaths().palmDetection),
  )) {
    process.stderr.write(`models/hands/dist/${name}: ${(bytes / 2 ** 20).toFixed(1)} MiB\n`);
  }
  process.stderr.write(`hand models built in ${Math.round(performance.now() - started)} ms\n`);
} catch (error) {
  process.stderr.write(`${SignifyError.isInstance(error) ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
