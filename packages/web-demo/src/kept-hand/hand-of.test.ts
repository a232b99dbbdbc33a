import { expect, test } from "bun:test";
import { handOf } from "./hand-of.ts";

const model = { name: "letters", version: "2", digest: "ab" };
const hand = { model, letters: { A: ["fwA="], G: ["fwA=", "AH8="] } };

test("a hand comes back as it was kept, and nothing besides", () => {
  expect(handOf(JSON.parse(JSON.stringify(hand)))).toEqual(hand);
  expect(handOf({ ...hand, more: 1, model: { ...model, more: 2 } })).toEqual(hand);
});

test("anything else is no hand", () => {
  const values = [
    ...[null, undefined, 5, "hand", [], {}, { model }, { letters: hand.letters }],
    { ...hand, model: { name: "letters", version: "2" } },
    { ...hand, letters: {} },
    ...[
      { a: ["fwA="] },
      { AB: ["fwA="] },
      { A: "fwA=" },
      { A: [] },
      { A: [5] },
      { A: ["x".repeat(173)] },
    ].map((letters) => ({ ...hand, letters })),
  ];
  for (const value of values) expect(handOf(value)).toBeUndefined();
});
