import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Letter } from "@signify/core";

const folder = fileURLToPath(new URL("../fixtures/reference-hand/", import.meta.url));

/**
 * Pictures of the reference hand, rendered by `packages/web-demo/scripts/render-fixtures.ts`: one for a still letter,
 * a clip at 15 pictures a second for J and Z.
 */
export function clipOf(letter: Letter): Uint8Array[] {
  return readdirSync(folder)
    .filter((name) => name === `${letter}.jpg` || name.startsWith(`${letter}-`))
    .sort()
    .map((name) => readFileSync(folder + name));
}
