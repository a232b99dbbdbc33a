import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { replaceGlobal } from "../testing/replace-global.ts";
import { undoAll } from "../testing/replace-property.ts";
import { fetchAsset } from "./fetch-asset.ts";

const refusal = new TypeError("Failed to fetch");
let leave: () => void;
beforeEach(() => {
  leave = undoAll([
    replaceGlobal("location", { href: "https://app.example/learn/" }),
    replaceGlobal("fetch", () => Promise.reject(refusal)),
  ]);
});
afterEach(() => leave());
const failure = (address: string, init: RequestInit = {}) =>
  fetchAsset(address, init).catch((error) => error);

describe("fetchAsset", () => {
  test("a file of another origin that does not come is told with the header that it needs", async () => {
    expect(await failure("https://cdn.example/letters.onnx")).toMatchObject({
      message: expect.stringMatching(
        /^https:\/\/cdn\.example\/letters\.onnx .*"Access-Control-Allow-Origin"/,
      ),
      cause: refusal,
    });
  });

  test("one of the page's own origin, or one that nobody wants any more, fails with the browser's words", async () => {
    expect(await failure("https://app.example/letters.onnx")).toBe(refusal);
    const signal = AbortSignal.abort();
    expect(await failure("https://cdn.example/letters.onnx", { signal })).toBe(refusal);
  });
});
