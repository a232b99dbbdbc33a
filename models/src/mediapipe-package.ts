import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { SignifyError } from "@signify/core";
import { readPackedAsset } from "./packed-assets.ts";

/** The two hand networks as TensorFlow Lite files. */
export type HandNetworks = { palmDetection: Uint8Array; handLandmark: Uint8Array };

/** Where npm put `@mediapipe/hands`. @throws SignifyError "internal" when it is not installed */
function mediapipeDirectory(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve("@mediapipe/hands/package.json"));
  } catch (cause) {
    throw new SignifyError("internal", "The npm package @mediapipe/hands is missing: run `bun install`", {
      cause,
    });
  }
}

/**
 * Reads the full hand networks out of `@mediapipe/hands`: the landmark network is a file of its own, the palm network
 * is packed with other assets.
 *
 * @throws SignifyError "internal" when a file of the package is missing or damaged
 */
export function readHandNetworks(directory = mediapipeDirectory()): HandNetworks {
  const loader = new TextDecoder().decode(read(directory, "hands_solution_packed_assets_loader.js"));
  const packed = read(directory, "hands_solution_packed_assets.data");
  return {
    palmDetection: readPackedAsset(loader, packed, "palm_detection_full.tflite"),
    handLandmark: read(directory, "hand_landmark_full.tflite"),
  };
}

function read(directory: string, file: string): Uint8Array {
  try {
    return readFileSync(join(directory, file));
  } catch (cause) {
    throw new SignifyError(
      "internal",
      `@mediapipe/hands lacks ${file}: expected version 0.4.1675469240, run \`bun install\``,
      { cause },
    );
  }
}
