import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { distributionOf } from "../testing/index.ts";
import { passingItems, resetItem, runStage, valueItem } from "../testing/run-stage.ts";
import { smooth } from "./smooth.ts";

describe("smooth", () => {
  test("answers the mean of the distributions so far, then of the last five", async () => {
    const items = [1, 2, 3, 4, 5, 6, 7].map((number) => valueItem(Float32Array.of(number)));
    const means = (await runStage(smooth({ size: 5 }), items)).map((item) =>
      item.type === "value" ? item.value[0] : undefined,
    );
    expect(means).toEqual([1, 1.5, 2, 2.5, 3, 4, 5]);
  });

  test("of equal distributions is that distribution", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 26, maxLength: 26 }),
        fc.integer({ min: 1, max: 12 }),
        async (probabilities, times) => {
          const same = Float32Array.from(probabilities);
          const items = Array.from({ length: times }, () => valueItem(same));
          for (const item of await runStage(smooth({ size: 5 }), items)) {
            if (item.type !== "value") throw new Error("expected values only");
            const errors = item.value.map((value, index) => Math.abs(value - (same[index] ?? Number.NaN)));
            expect(Math.max(...errors)).toBeLessThan(1e-6);
          }
        },
      ),
    );
  });

  test("forgets at a reset", async () => {
    const items = [valueItem(distributionOf("A")), resetItem(), valueItem(distributionOf("B"))];
    const [, , after] = await runStage(smooth({ size: 5 }), items);
    expect(after).toMatchObject({ type: "value", value: distributionOf("B") });
  });

  test("passes what is not a value and ends with its source", async () => {
    const items = passingItems();
    expect(await runStage(smooth({ size: 5 }), items)).toEqual(items);
  });
});
