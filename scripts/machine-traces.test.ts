import { describe, expect, test } from "bun:test";
import { tracesIn } from "./machine-traces.ts";

// Put together here, so that this file has no trace of its own.
const slash = "/";

describe("tracesIn", () => {
  test("finds absolute paths of a machine, with their line", () => {
    for (const folder of ["root", "work", "home", "Users"])
      expect(tracesIn(`first\nsee ${slash}${folder}/someone/x`)).toEqual([
        "2: an absolute path of one machine",
      ]);
    expect(tracesIn(`C:${"\\"}Users${"\\"}someone`)).toEqual(["1: an absolute path of one machine"]);
  });

  test("finds registry hosts and archives", () => {
    expect(tracesIn(["https:/", `registry.${"example"}.org`, "x"].join(slash))).toEqual([
      "1: the host of a package registry",
    ]);
    expect(tracesIn(["https:/", "example.org", "x", "-", `x-1.0.0.${"tgz"}`].join(slash))).toEqual([
      "1: an address of a package archive",
    ]);
  });

  test("leaves relative paths, routes and web addresses alone", () => {
    for (const line of [
      "../work/x",
      "./home/x",
      "https://example.org/work/x",
      "packages/core",
      "GET /readyz",
    ])
      expect(tracesIn(line)).toEqual([]);
  });
});
