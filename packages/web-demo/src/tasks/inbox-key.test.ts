import { expect, test } from "bun:test";
import { inboxKeyOf, isInboxKey } from "./inbox-key.ts";

test("a key is 22 characters that a link can carry", () => {
  expect(isInboxKey(inboxKeyOf(crypto.getRandomValues(new Uint8Array(16))))).toBe(true);
  expect(inboxKeyOf(new Uint8Array(16).fill(255))).toBe("_____________________w");
  for (const none of ["", "A".repeat(21), "A".repeat(23), "=".repeat(22)])
    expect(isInboxKey(none)).toBe(false);
});
