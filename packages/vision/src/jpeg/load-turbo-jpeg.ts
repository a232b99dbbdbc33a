import { createRequire } from "node:module";

/** The part of `@julusian/jpeg-turbo` that is used. */
export type TurboJpeg = {
  FORMAT_RGBA: number;
  decompressSync(
    jpeg: Buffer,
    out: Buffer,
    options: { format: number },
  ): { data: Buffer; width: number; height: number };
};

/**
 * Loads libjpeg-turbo, a native module. Undefined on a platform that it is not built for: pictures can be decoded
 * without it, only slower.
 */
export function loadTurboJpeg(): TurboJpeg | undefined {
  try {
    return createRequire(import.meta.url)("@julusian/jpeg-turbo");
  } catch {
    return undefined;
  }
}
