import { afterEach, describe, expect, test } from "bun:test";
import { replaceGlobal } from "../testing/replace-global.ts";
import { chooseBuild, handAssets, handsFiles, threadCount } from "./hands-files.ts";

let undo: (() => void)[] = [];
afterEach(() => {
  for (const restore of undo) restore();
  undo = [];
});

/** A browser with so many cores, whose page is isolated or not, and what it has or lacks. */
function browser({
  cores,
  isolated,
  relaxed = true,
  shared = true,
}: {
  cores: number;
  isolated: boolean;
  /** Its WebAssembly knows relaxed SIMD. */
  relaxed?: boolean;
  /** It has memory that threads share. */
  shared?: boolean;
}) {
  undo.push(
    replaceGlobal("navigator", { hardwareConcurrency: cores }),
    replaceGlobal("crossOriginIsolated", isolated),
    replaceGlobal("WebAssembly", { validate: () => relaxed }),
    replaceGlobal("SharedArrayBuffer", shared ? SharedArrayBuffer : undefined),
  );
}

describe("chooseBuild", () => {
  test.each([
    [{ cores: 8, isolated: true }, "threaded", 4],
    [{ cores: 2, isolated: true }, "threaded", 2],
    [{ cores: 1, isolated: true }, "single", 1],
    [{ cores: 8, isolated: false }, "single", 1],
    [{ cores: 8, isolated: true, shared: false }, "single", 1],
    [{ cores: 8, isolated: true, relaxed: false }, "compatible", 1],
  ] as const)("for %j it is %p on %p threads", (what, build, threads) => {
    browser(what);
    expect(chooseBuild()).toBe(build);
    expect(threadCount(chooseBuild())).toBe(threads);
  });

  test("knows a runtime with relaxed SIMD by its own program", () => {
    expect(["single", "compatible"]).toContain(chooseBuild());
  });
});

test("of LiteRT one build is loaded, and no file of another", () => {
  browser({ cores: 2, isolated: true });
  expect(handAssets()).toEqual([
    ...["handsWorker", "handsThreadedLoader", "handsThreadedBinary", "handsPalmsModel", "handsModel"],
  ] as ReturnType<typeof handAssets>);
  expect(Object.values(handsFiles("single"))).not.toContain("handsThreadedBinary");
});
