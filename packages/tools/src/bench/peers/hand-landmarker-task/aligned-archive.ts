import { type Zippable, zipSync } from "fflate";

/** Bytes of a local file header without name and extra field, and of an extra field without its content. */
const headerLength = 30;
const extraHeaderLength = 4;
/** Id of the extra field that Android's zipalign pads with. */
const paddingField = 0xd935;
const alignment = 64;

/**
 * A ZIP archive of uncompressed files, each of which begins at a multiple of 64 bytes, so that it can be used where it
 * lies. MediaPipe Tasks reads its bundles that way. The same files give the same bytes.
 *
 * @param files content by name, in the order of the archive; names in ASCII
 */
export function packAlignedArchive(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  let position = 0;
  for (const [name, content] of files) {
    const unpadded = position + headerLength + name.length + extraHeaderLength;
    const padding = (alignment - (unpadded % alignment)) % alignment;
    entries[name] = [content, { extra: { [paddingField]: new Uint8Array(padding) } }];
    position = unpadded + padding + content.length;
  }
  // The first moment that the format can express, in whatever time zone the build runs.
  return zipSync(entries, { level: 0, mtime: new Date(1980, 0, 1) });
}
