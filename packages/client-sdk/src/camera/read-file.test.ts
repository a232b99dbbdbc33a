import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { replaceGlobal } from "../testing/replace-global.ts";
import { readFile } from "./read-file.ts";

const refused = new DOMException("The source image could not be decoded.");
let restore: () => void;
beforeEach(() => {
  restore = replaceGlobal("createImageBitmap", async (file: Blob) => {
    if (file.size === 0) throw refused;
    return { bytes: file.size };
  });
});
afterEach(() => restore());

// Video files play in a <video>: tests/client-sdk has a browser for them.
const photo = (bytes: number) => new Blob([new Uint8Array(bytes)], { type: "image/jpeg" });

describe("readFile of a picture", () => {
  test("gives the one picture, captured now, and then the end", async () => {
    const reader = readFile(photo(5));
    const before = performance.now();
    const read = await reader.read();
    expect(read?.picture as unknown).toEqual({ bytes: 5 });
    expect(read?.capturedAt).toBeWithin(before, performance.now() + 1);
    expect(await reader.read()).toBeUndefined();
  });

  test("what the browser cannot read is told once, with why", async () => {
    const reader = readFile(photo(0));
    expect(await reader.read().catch((error: unknown) => error)).toMatchObject({
      code: "bad-picture",
      cause: refused,
    });
    expect(await reader.read()).toBeUndefined();
  });

  test("closed, it gives nothing", async () => {
    const reader = readFile(photo(5));
    reader.close();
    expect(await reader.read()).toBeUndefined();
  });
});
