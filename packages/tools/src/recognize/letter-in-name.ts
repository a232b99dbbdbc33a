import { basename } from "node:path";
import { type Letter, parseLetter } from "@signify/core";

/** The letter that a file or folder is named for: a capital that something else than a letter follows, as in `A-t1.jpg`. */
export function letterInName(path: string): Letter | undefined {
  return parseLetter(/^([A-Z])[^A-Za-z]/.exec(basename(path))?.[1]);
}
