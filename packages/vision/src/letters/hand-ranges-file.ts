import { readFileSync } from "node:fs";
import { type HandRanges, readHandRanges } from "@signify/core";
import { handRangesPath } from "@signify/models";

/**
 * The ranges in which people's hands usually are when they sign a letter, of this installation or of another one.
 * @throws Error when the file is missing or is of another version.
 */
export function readHandRangesFile(path: string = handRangesPath()): HandRanges {
  return readHandRanges(JSON.parse(readFileSync(path, "utf8")));
}
