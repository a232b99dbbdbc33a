import { expect, test } from "bun:test";
import { errorCodes, SignifyError } from "@signify/client-sdk";
import { texts } from "../texts/texts.ts";
import { problemOf } from "./problem.ts";

const problemFor = (code: (typeof errorCodes)[number]) => problemOf(new SignifyError(code, "expected"));

test("the page has words for every error of the SDK", () => {
  for (const code of errorCodes) expect(texts.problems[problemFor(code)]).toBeString();
});

test("an error that a learner can do something about is told as what it is", () => {
  for (const code of [
    "camera-denied",
    "camera-missing",
    "camera-busy",
    "camera-lost",
    "hands-failed",
  ] as const) {
    expect(problemFor(code)).toBe(code);
  }
  expect(problemFor("bad-picture")).toBe("file");
  expect(problemFor("wrong-server")).toBe("unreachable");
  expect(problemFor("too-many-connections")).toBe("busy");
  expect(problemFor("origin-refused")).toBe("refused");
});

test("a browser that keeps the camera from a page over plain http is not called too old", () => {
  const [unsupported, missing] = (["unsupported", "camera-missing"] as const).map(
    (code) => new SignifyError(code, "expected"),
  );
  expect(problemOf(unsupported, false)).toBe("insecure");
  expect(problemOf(missing, false)).toBe("camera-missing");
  expect(problemOf(unsupported, true)).toBe("unsupported");
});

test("anything else is something that went wrong", () => {
  for (const error of [new TypeError("no"), "no", undefined, null]) expect(problemOf(error)).toBe("other");
  expect(problemFor("closed")).toBe("other");
});
