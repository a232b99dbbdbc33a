import { describe, expect, test } from "bun:test";
import { cameraError, cameraLost } from "./camera-error.ts";

describe("cameraError", () => {
  test.each([
    ["NotAllowedError", "camera-denied", /Allow it/],
    ["SecurityError", "camera-denied", /Allow it/],
    ["NotFoundError", "camera-missing", /Connect one/],
    ["OverconstrainedError", "camera-missing", /choose another/],
    ["NotReadableError", "camera-busy", /another program/],
    ["AbortError", "camera-busy", /another program/],
    ["SomeErrorOfTomorrow", "camera-busy", /try again/],
  ] as const)("a browser's %s is %s, with what to do", (name, code, advice) => {
    const cause = new DOMException("in the browser's words", name);
    const error = cameraError(cause);
    expect(error).toMatchObject({ code, cause });
    expect(error.message).toMatch(advice);
    expect(error.message).not.toContain(cause.message);
  });

  test("an exception of another realm, such as jsdom's, is known by its name", () => {
    expect(cameraError({ name: "NotAllowedError" })).toMatchObject({ code: "camera-denied" });
  });

  test.each([undefined, "NotAllowedError", 5])(
    "what is no error (%p) says nothing but that the camera did not start",
    (cause) => expect(cameraError(cause)).toMatchObject({ code: "camera-busy", cause }),
  );
});

test("cameraLost may pass: the camera can be connected again", () => {
  expect(cameraLost()).toMatchObject({ code: "camera-lost", retryable: true });
});
