import { expect, test } from "bun:test";
import { createKeptValue, type ValueStorage } from "./kept-value.ts";
import { createMemoryStorage } from "./memory-storage.ts";

test("a value is kept, read again and forgotten", () => {
  const storage = createMemoryStorage();
  const kept = createKeptValue(storage, "signify.thing");
  expect(kept.read()).toBeNull();
  expect(kept.write({ a: 1 })).toBe(true);
  expect(storage.values.get("signify.thing")).toBe('{"a":1}');
  expect(createKeptValue(storage, "signify.thing").read()).toEqual({ a: 1 });
  expect(createKeptValue(storage, "signify.other").read()).toBeNull();
  kept.forget();
  expect(storage.values.size).toBe(0);
});

test("nonsense in the storage is nothing", () => {
  const storage = createMemoryStorage();
  const kept = createKeptValue(storage, "signify.thing");
  for (const text of ["", "{", "undefined"]) {
    storage.setItem("signify.thing", text);
    expect(kept.read()).toBeNull();
  }
});

test("a storage that is missing, forbidden or full keeps nothing and throws nothing", () => {
  const refuse = () => {
    throw new Error("denied");
  };
  const forbidden: ValueStorage = { getItem: refuse, setItem: refuse, removeItem: refuse };
  for (const storage of [forbidden, undefined]) {
    const kept = createKeptValue(storage, "signify.thing");
    expect(kept.write({ a: 1 })).toBe(false);
    expect(kept.read()).toBeNull();
    kept.forget();
  }
});
