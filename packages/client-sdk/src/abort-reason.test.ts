import { describe, expect, test } from "bun:test";
import { abortReason } from "./abort-reason.ts";

describe("abortReason", () => {
  test("is what the app gave as the reason, whatever it is", () => {
    for (const reason of [new Error("changed my mind"), "left the page", 0]) {
      expect(abortReason(AbortSignal.abort(reason))).toBe(reason);
    }
  });

  test("is the runtime's own where the app gave none", () => {
    expect(abortReason(AbortSignal.abort())).toMatchObject({ name: "AbortError" });
  });

  test.each([
    ["without a signal", undefined],
    ["of a signal that does not say, as React Native's", { aborted: true } as AbortSignal],
  ])("%s is that the client was closed", (_, signal) => {
    expect(abortReason(signal)).toMatchObject({ name: "SignifyError", code: "closed" });
  });
});
