import { afterEach, describe, expect, test } from "bun:test";
import { replaceGlobal } from "../testing/replace-global.ts";
import { chooseBuild, handAssets, handsFiles, threadCount } from "./hands-files.ts";

let undo: (() => void)[] = [];
afterEach(() => {
  for (const restore of undo) restore();
  undo = [];
});

/** A browser with so many cores, whose page is isolated or not and whose WebAssembly knows relaxed SIMD or not. */
function browser({
  cores,
  isolated,
  relaxed = true,
}: {
  cores: number;
  isolated: boolean;
  relaxed?: boolean;
}) {
  undo.push(
    replaceGlobal("navigator", { hardwareConcurrency: cores }),
    replaceGlobal("crossOriginIsolated", isolated),
    replaceGlobal("WebAssembly", { validate: () => relaxed }),
  );
}

describe("chooseBuild", () => {
  test.each([
    [{ cores: 8, isolated: true }, "threaded", 4],
    [{ cores: 2, isolated: true }, "threaded", 2],
    [{ cores: 1, isolated: true }, "single", 1],
    [{ cores: 8, isolated: false }, "single", 1],
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
