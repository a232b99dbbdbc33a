import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { columnsWithin, intersectSpans } from "./column-spans.ts";

const count = 20;

describe("columnsWithin", () => {
  test("is exactly the columns whose coordinate lies in the range", () => {
    const coordinate = fc.integer({ min: -300, max: 300 });
    fc.assert(
      fc.property(
        coordinate,
        fc.integer({ min: -40, max: 40 }),
        coordinate,
        coordinate,
        (start, step, low, high) => {
          const [first, end] = columnsWithin(start, step, low, high, count);
          for (let column = 0; column < count; column++) {
            const value = start + column * step;
            expect(column >= first && column < end).toBe(value >= low && value < high);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("intersectSpans", () => {
  test("is what both have in common", () => {
    expect(intersectSpans([2, 9], [5, 20])).toEqual([5, 9]);
    const [start, end] = intersectSpans([2, 4], [7, 9]);
    expect(start).toBe(end);
  });
});
