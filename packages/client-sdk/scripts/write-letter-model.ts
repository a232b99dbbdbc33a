import { readFileSync, writeFileSync } from "node:fs";
import { letterModelPaths } from "@signify/models";
import { halveWeights } from "@signify/models/letter-network";

/** Writes the letter model as devices load it: with its weights in half the bytes. */
export function writeLetterModel(path: string): void {
  writeFileSync(path, halveWeights(readFileSync(letterModelPaths().model)));
}
