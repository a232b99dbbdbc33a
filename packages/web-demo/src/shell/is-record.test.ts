import { expect, test } from "bun:test";
import { isRecord } from "./is-record.ts";

test("only an object with names is a record", () => {
  expect(isRecord({})).toBe(true);
  expect(isRecord({ a: 1 })).toBe(true);
  for (const other of [null, undefined, [], "{}", 7, true]) expect(isRecord(other)).toBe(false);
});
