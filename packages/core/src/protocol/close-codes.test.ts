import { describe, expect, test } from "bun:test";
import { closeCodes, errorCodeOfClose } from "./close-codes.ts";

describe("errorCodeOfClose", () => {
  test("names the error behind each close code that the server uses", () => {
    const named = Object.entries(closeCodes).map(([name, code]) => [name, errorCodeOfClose(code)]);
    expect(Object.fromEntries(named)).toEqual({
      shuttingDown: "shutting-down",
      tooMuch: "too-fast",
      messageTooBig: "bad-message",
      tryAgainLater: "too-many-connections",
      unauthorized: "unauthorized",
      originRefused: "origin-refused",
      tooManyConnections: "too-many-connections",
    });
  });

  test("sees no error in an ordinary end", () => {
    for (const code of [1000, 1005, 1006]) expect(errorCodeOfClose(code)).toBeUndefined();
  });
});
