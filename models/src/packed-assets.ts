import { SignifyError } from "@signify/core";

/**
 * One file out of a bundle that Emscripten's file packager made: the loader script lists names and byte ranges, the
 * data file holds the bytes.
 *
 * @param loader text of the loader script
 * @param packed the data file
 * @param name the file's name without its folders
 * @throws SignifyError "internal" when the loader does not list the file, or the data ends before it does
 */
export function readPackedAsset(loader: string, packed: Uint8Array, name: string): Uint8Array {
  const entry = /"filename":\s*"[^"]*\/([^"/]+)",\s*"start":\s*(\d+),\s*"end":\s*(\d+)/g;
  for (const [, filename, start, end] of loader.matchAll(entry)) {
    if (filename !== name) continue;
    if (Number(end) > packed.length) {
      throw new SignifyError(
        "internal",
        `The packed assets are cut short: expected ${name} to end at byte ${end}, there are ${packed.length}`,
      );
    }
    return packed.subarray(Number(start), Number(end));
  }
  throw new SignifyError("internal", `The packed assets do not list ${name}`);
}
