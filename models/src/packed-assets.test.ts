import { describe, expect, test } from "bun:test";
import { readPackedAsset } from "./packed-assets.ts";

const loader = `loadPackage({"files": [{"filename": "/a/one.txt", "start": 0, "end": 2}, {"filename": "/a/b/two.bin", "start": 2, "end": 5}]});`;

describe("readPackedAsset", () => {
  test("takes a file's bytes by its name", () => {
    expect(readPackedAsset(loader, Uint8Array.of(1, 2, 3, 4, 5), "two.bin")).toEqual(Uint8Array.of(3, 4, 5));
  });

  test("says that a bundle is cut short", () => {
    expect(() => readPackedAsset(loader, Uint8Array.of(1, 2, 3), "two.bin")).toThrow(
      /cut short: expected two\.bin/,
    );
  });

  test("says that a bundle does not have a file", () => {
    expect(() => readPackedAsset(loader, new Uint8Array(5), "three.bin")).toThrow(/do not list three\.bin/);
  });
});
