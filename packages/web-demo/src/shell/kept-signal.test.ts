import { expect, test } from "bun:test";
import { createKeptSignal } from "./kept-signal.ts";
import { createKeptValue } from "./kept-value.ts";
import { createMemoryStorage } from "./memory-storage.ts";

const open = (storage = createMemoryStorage()) =>
  createKeptSignal({
    kept: createKeptValue(storage, "count"),
    read: (stored) => Number((stored as { count?: number } | null)?.count ?? 0),
    write: (count) => ({ count }),
  });

test("a value is there the next time, and forgotten without a trace", () => {
  const storage = createMemoryStorage();
  const first = open(storage);
  expect(first.value.value).toBe(0);
  first.keep(7);
  expect(first.value.value).toBe(7);
  const second = open(storage);
  expect(second.value.value).toBe(7);
  second.forget();
  expect(second.value.value).toBe(0);
  expect(storage.values.size).toBe(0);
});
