import { describe, expect, test } from "bun:test";
import { passingItems, resetItem, runStage, valueItem } from "../testing/run-stage.ts";
import { eachValue } from "./each-value.ts";
import type { Flow } from "./flow.ts";

/** Adds up what has come since the last reset; odd sums end here. */
const sums = eachValue<number, number>(() => {
  let sum = 0;
  return {
    reset: () => {
      sum = 0;
    },
    value: (item) => {
      sum += item.value;
      return sum % 2 === 0 ? { ...item, value: sum } : undefined;
    },
  };
});

const values = (items: Flow<number>[]) =>
  items.map((item) => (item.type === "value" ? item.value : item.type));

describe("eachValue", () => {
  test("passes on what is not a value", async () => {
    const items = passingItems();
    expect(await runStage(sums, items)).toEqual(items);
  });

  test("takes the reset marker before it passes it on, and leaves out a value of which nothing is made", async () => {
    const out = await runStage(sums, [valueItem(1), valueItem(3), resetItem(), valueItem(6)]);
    expect(values(out)).toEqual([4, "reset", 6]);
  });

  test("waits for a promise, so that the order stays", async () => {
    const slow = eachValue<number, number>(() => ({
      value: async (item) => {
        for (let turn = 0; turn < 5 - item.value; turn++) await undefined;
        return item;
      },
    }));
    expect(values(await runStage(slow, [valueItem(1), valueItem(4)]))).toEqual([1, 4]);
  });

  test("keeps nothing from one source to the next", async () => {
    await runStage(sums, [valueItem(2)]);
    expect(values(await runStage(sums, [valueItem(2)]))).toEqual([2]);
  });
});
