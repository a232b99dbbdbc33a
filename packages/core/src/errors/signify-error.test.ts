import { describe, expect, test } from "bun:test";
import { errorCodes, isWireError, SignifyError, wireErrorCodes } from "./signify-error.ts";

describe("SignifyError", () => {
  test("carries a code, a sentence and its cause", () => {
    const cause = new Error("deeper");
    const error = new SignifyError("bad-frame", "Expected a frame.", { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("SignifyError");
    expect([error.code, error.message, error.cause]).toEqual(["bad-frame", "Expected a frame.", cause]);
  });

  test("says which requests may be repeated unchanged", () => {
    const retryable = errorCodes.filter((code) => new SignifyError(code, "made up").retryable);
    expect(retryable).toEqual([
      ...(["too-fast", "too-many-connections", "vision-failed", "shutting-down"] as const),
      ...(["unreachable", "camera-busy", "camera-lost"] as const),
    ]);
  });

  test("is recognized when it comes from another copy of the package", () => {
    const foreign = Object.assign(new Error("made up"), { name: "SignifyError", code: "internal" });
    expect(SignifyError.isInstance(foreign)).toBe(true);
    for (const other of [new Error("made up"), { name: "SignifyError", code: "internal" }, null, "text"])
      expect(SignifyError.isInstance(other)).toBe(false);
  });

  test("goes over the wire only with a code of a server's", () => {
    const told = errorCodes.filter((code) => isWireError(new SignifyError(code, "made up")));
    expect(told).toEqual([...wireErrorCodes]);
    expect(isWireError(new Error("made up"))).toBe(false);
  });

  test("has every code once", () => {
    expect(new Set(errorCodes).size).toBe(errorCodes.length);
  });
});
