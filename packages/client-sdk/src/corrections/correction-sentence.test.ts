import { expect, test } from "bun:test";
import { correctionKeys } from "@signify/core";
import { correctionSentence } from "./correction-sentence.ts";

test("every correction has one short sentence of its own", () => {
  const sentences = correctionKeys.map(correctionSentence);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^.!?]{8,58}\.$/);
  expect(new Set(sentences).size).toBe(correctionKeys.length);
});
