import { describe, expect, test } from "bun:test";
import type { FileLoading, Loading } from "@signify/client-sdk/on-device";
import { loadingWords } from "./loading-words.ts";

const file = (name: FileLoading["name"], loaded: number, bytes?: number): FileLoading => ({
  ...{ name, file: name, loaded, bytes },
});
const loading = (files: FileLoading[], loaded: number, bytes?: number): Loading => ({
  ...{ purpose: "recognizer", files, loaded, bytes, isDone: false },
});

describe("loadingWords", () => {
  test("says how much of all is there, and of the hand finder and the letter reader", () => {
    const files = [
      file("handsBinary", 2_000_000, 11_000_000),
      file("handsModel", 500_000, 8_000_000),
      file("lettersModel", 0, 14_000_000),
    ];
    expect(loadingWords(loading(files, 2_500_000, 33_000_000))).toEqual({
      all: "Loading: 2.5 of 33.0 MB",
      parts: "hand finder 2.5 of 19.0 · letter reader 0.0 of 14.0",
    });
  });

  test("says no sizes that nobody knows, and of one part not twice the same", () => {
    expect(loadingWords(loading([file("handsModel", 500_000)], 500_000))).toEqual({
      all: "Loading: 0.5 MB",
      parts: "",
    });
  });
});
