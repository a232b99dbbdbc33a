import { expect, test } from "bun:test";
import { rightHand } from "@signify/core/testing";
import type { SpellingEvent } from "./watch-word.ts";
import { writtenLetters } from "./written-letters.ts";

test("writes what the product's writer writes, doubles included", () => {
  const places = [0, 0, 0, 0, -0.1, -0.2, -0.3, -0.4, -0.4, -0.4, -0.4, -0.4, -0.4, -0.4, -0.4, -0.4];
  const events = places.flatMap((x, index): SpellingEvent[] => [
    { type: "hand", at: index * 50, landmarks: rightHand({ x, y: 0, bend: 0 }) },
    { type: "reading", at: index * 50, letter: "L", probability: 0.9 },
  ]);
  expect(writtenLetters(events)).toBe("LL");
});
