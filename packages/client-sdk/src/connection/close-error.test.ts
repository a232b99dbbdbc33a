import { describe, expect, test } from "bun:test";
import { closeCodes } from "@signify/core/protocol";
import fc from "fast-check";
import { endOfClose } from "./close-error.ts";

const known: readonly number[] = Object.values(closeCodes);

describe("endOfClose", () => {
  test.each([
    [closeCodes.unauthorized, "unauthorized", /"token"/],
    [closeCodes.originRefused, "origin-refused", /ALLOWED_ORIGINS/],
    [closeCodes.tooManyConnections, "too-many-connections", /Try again later/],
    [closeCodes.tryAgainLater, "too-many-connections", /Try again later/],
    [closeCodes.messageTooBig, "bad-message", /session\.limits/],
    [closeCodes.shuttingDown, "shutting-down", /shutting down/],
  ] as const)("close code %d is %s, with what to do", (closeCode, code, advice) => {
    const { error } = endOfClose(closeCode, true);
    expect(error).toMatchObject({ code, message: expect.stringMatching(advice) });
  });

  test("only a refusal that another attempt meets again is final", () => {
    const final = known.filter((code) => endOfClose(code, false).final);
    expect(final).toEqual([closeCodes.unauthorized, closeCodes.originRefused]);
  });

  test("only a server without room asks for patience", () => {
    const full = known.filter((code) => endOfClose(code, false).full);
    expect(full).toEqual([closeCodes.tryAgainLater, closeCodes.tooManyConnections]);
  });

  test("every other code is a lost connection, or a server that was never there, and worth another attempt", () => {
    const others = fc.integer({ min: 1000, max: 4999 }).filter((code) => !known.includes(code));
    fc.assert(
      fc.property(others, fc.boolean(), (code, opened) => {
        const message = expect.stringMatching(opened ? /was lost/ : /Check the address/);
        expect(endOfClose(code, opened)).toMatchObject({
          error: { code: "unreachable", retryable: true, message },
          final: false,
          full: false,
        });
      }),
    );
  });
});
