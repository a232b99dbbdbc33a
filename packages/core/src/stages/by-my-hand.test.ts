import { describe, expect, test } from "bun:test";
import type { Letter } from "../letters/letters.ts";
import type { HandSamples } from "../my-hand/personalize.ts";
import { distributionOf, embeddingOf, testRules } from "../testing/index.ts";
import { passingItems, resetItem, runStage, valueItem } from "../testing/run-stage.ts";
import { byMyHand } from "./by-my-hand.ts";

const rule = testRules().myHand;
const nobody: HandSamples = new Map();
const own: HandSamples = new Map([["G" as Letter, [embeddingOf("Q")]]]);
const read = () => valueItem({ distribution: distributionOf("Q"), embedding: embeddingOf("Q") });

/** The letters that a stage makes of two readings with a new target between them. */
async function bestOf(hands: HandSamples[], withRule = true) {
  const stage = byMyHand({ rule: withRule ? rule : undefined, hand: () => hands.shift() ?? nobody });
  const out = await runStage(stage, [read(), resetItem(1, "G"), read()]);
  return out.flatMap((item) => (item.type === "value" ? [item.value.indexOf(Math.max(...item.value))] : []));
}

describe("byMyHand", () => {
  test("reads by the hand of the moment, across a new target", async () => {
    expect(await bestOf([own, own])).toEqual([6, 6]);
    expect(await bestOf([nobody, own])).toEqual([16, 6]);
  });

  test("without a rule nobody's hand counts", async () => {
    expect(await bestOf([own, own], false)).toEqual([16, 16]);
  });

  test("passes what is not a value and ends with its source", async () => {
    const items = passingItems();
    expect(await runStage(byMyHand({ rule, hand: () => nobody }), items)).toEqual(items);
  });
});
