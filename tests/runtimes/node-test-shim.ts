// Stands in for `bun:test` when the core's tests run in Node: the part of it that they use, on node:test and jest's expect.
import { test as one } from "node:test";
import { format } from "node:util";

export { after as afterAll, afterEach, before as beforeAll, beforeEach, describe } from "node:test";
export { expect } from "expect";

/** A row of a table: its values, or one value alone. */
const valuesOf = (row: unknown): unknown[] => (Array.isArray(row) ? row : [row]);

/** The test of node:test, and one for each row of a table, which that one has not. */
export const test = Object.assign(one, {
  each:
    (rows: readonly unknown[]) =>
    (name: string, body: (...values: unknown[]) => unknown): void => {
      // Each `%` of the name takes a value; what is left over is not for the name.
      const places = name.match(/%[sdijop]/g)?.length ?? 0;
      for (const row of rows) {
        const values = valuesOf(row);
        void one(format(name, ...values.slice(0, places)), async () => void (await body(...values)));
      }
    },
});
