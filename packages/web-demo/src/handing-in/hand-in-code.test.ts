import { expect, test } from "bun:test";
import { type Letter, letters } from "@signify/core";
import fc from "fast-check";
import { encodeBase64UrlBytes } from "../tasks/base64url.ts";
import { shortCode } from "../tasks/short-code.ts";
import { exampleHandIn } from "./example-hand-in.ts";
import type { HandIn } from "./hand-in.ts";
import { handInCode, readHandInCode } from "./hand-in-code.ts";

const letter = fc.record({
  letter: fc.constantFrom<Letter>(...letters),
  outcome: fc.constantFrom("passed" as const, "skipped" as const),
  time: fc.nat(863_999).map((tenths) => tenths * 100),
  seenInstead: fc
    .uniqueArray(fc.tuple(fc.constantFrom<Letter>(...letters), fc.integer({ min: 1, max: 10_000 })), {
      selector: ([name]) => name,
      maxLength: 5,
    })
    .map((pairs) => Object.fromEntries(pairs)),
});
const anyHandIn: fc.Arbitrary<HandIn> = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 64 }),
    learnerId: fc.string({ maxLength: 64 }),
    task: fc.string({ maxLength: 16 }),
    title: fc.string({ unit: "grapheme", maxLength: 20 }),
    learner: fc.string({ unit: "grapheme", maxLength: 10 }),
    finishedAt: fc.nat(4_000_000_000).map((seconds) => new Date(seconds * 1000).toISOString()),
    items: fc.array(fc.array(letter, { minLength: 1, maxLength: 20 }), { maxLength: 8 }),
  })
  .filter(({ title, learner }) => title.length <= 80 && learner.length <= 40)
  .map(({ items, ...rest }) => ({
    ...rest,
    results: items.map((own) => ({ item: own.map((one) => one.letter).join(""), letters: own })),
  }));

test("whatever was signed comes back as it went, if it is not far longer than a task can be", () => {
  fc.assert(
    fc.property(anyHandIn, (handIn) => {
      const code = handInCode(handIn);
      expect(code).toMatch(/^2[\w-]*[A-Z\d]{6}$/);
      if (code.length <= 4000) expect(readHandInCode(code)).toEqual(handIn);
    }),
  );
});

test("a code of one letter wrong, or cut off anywhere, is none", () => {
  const code = handInCode(exampleHandIn);
  for (let at = 0; at < code.length; at += 1) {
    const other = code[at] === "A" ? "C" : "A";
    expect(readHandInCode(code.slice(0, at) + other + code.slice(at + 1))).toBeUndefined();
    expect(readHandInCode(code.slice(0, at))).toBeUndefined();
  }
});

test("the alphabet with a third mixed up is a code that a phone scans, the longest task one that is read", () => {
  const signed = (items: string[], isMixedUp: (index: number) => boolean): HandIn => ({
    ...exampleHandIn,
    learner: "Alexandra",
    results: items.map((item) => ({
      item,
      letters: Array.from(item, (name, index) => ({
        letter: name as Letter,
        outcome: "passed",
        time: 9_000,
        seenInstead: isMixedUp(index + item.charCodeAt(0)) ? { S: 1 } : {},
      })),
    })),
  });
  expect(handInCode(signed([...letters], (index) => index % 3 === 0)).length).toBeLessThan(250);
  const longest = signed(Array(10).fill("ABCDEFGHIJKLMNOPQRST"), () => true);
  expect(handInCode(longest).length).toBeLessThan(1500);
  expect(readHandInCode(handInCode(longest))).toEqual(longest);
});

test("made-up codes with the right ending are refused", () => {
  const seal = (body: string) => body + shortCode(body);
  const bytes = (...values: number[]) => seal(`2${encodeBase64UrlBytes(Uint8Array.from(values))}`);
  expect(readHandInCode(bytes())).toBeUndefined();
  // No id; then a letter after Z.
  expect(readHandInCode(bytes(0, 0, 0, 0, 0, 1))).toBeUndefined();
  expect(readHandInCode(bytes(1, 65, 0, 0, 0, 0, 1, 64 | 26, 1))).toBeUndefined();
  expect(readHandInCode(bytes(1, 65, 0, 0, 0, 0, 1, 64, 1))).toBeDefined();
  expect(readHandInCode(seal("3AAAA"))).toBeUndefined();
  expect(readHandInCode(seal(`2${"A".repeat(4000)}`))).toBeUndefined();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (values) => {
      readHandInCode(bytes(...values));
    }),
  );
});
