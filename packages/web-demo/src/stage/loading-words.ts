import type { Loading } from "@signify/client-sdk/on-device";
import { texts } from "../texts/texts.ts";

/** How much is there, in words: of all, and of each part of the recognizer. */
export type LoadingWords = { all: string; parts: string };

const megabytes = (bytes: number) => texts.common.decimal(bytes / 1e6);

/** Says in megabytes how far the loading is. */
export function loadingWords({ files, loaded, bytes }: Loading): LoadingWords {
  const parts = Object.entries(texts.camera.loadingParts).flatMap(([part, name]) => {
    const own = files.filter((file) => file.name.startsWith(part));
    if (own.length === 0) return [];
    const known = own.every((file) => file.bytes !== undefined);
    const size = own.reduce((sum, file) => sum + (file.bytes ?? 0), 0);
    const there = own.reduce((sum, file) => sum + file.loaded, 0);
    return [texts.camera.loadingPart(name, megabytes(there), known ? megabytes(size) : undefined)];
  });
  const all = texts.camera.loadingBytes(
    megabytes(loaded),
    bytes === undefined ? undefined : megabytes(bytes),
  );
  return { all, parts: parts.length > 1 ? parts.join(" · ") : "" };
}
