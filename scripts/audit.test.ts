import { describe, expect, test } from "bun:test";
import { readAudit } from "./audit.ts";

describe("readAudit", () => {
  test("passes where the registry knows of nothing", () => {
    expect(readAudit("{}", 0)).toEqual({ reached: true, passed: true, output: "{}" });
  });

  test("fails with the advisories where there are some", () => {
    const audit = readAudit('{"example":[{"title":"a hole"}]}', 1);
    expect(audit).toMatchObject({ reached: true, passed: false });
    expect(audit.output).toContain("a hole");
  });

  test("says that nobody answered where there is no JSON, and passes", () => {
    expect(readAudit("", 1)).toEqual({ reached: false, passed: true, output: "" });
  });
});
