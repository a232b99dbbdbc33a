import { expect, test } from "bun:test";
import { createKeptValue } from "./kept-value.ts";
import { createMemoryStorage } from "./memory-storage.ts";
import { createSharedValue } from "./shared-value.ts";

const open = (storage: ReturnType<typeof createMemoryStorage> | undefined) =>
  createSharedValue<readonly number[]>({
    kept: createKeptValue(storage, "list"),
    read: (kept) => (Array.isArray(kept) ? kept : []),
    write: (list) => list,
  });
const add = (number: number) => (list: readonly number[]) => [...list, number];

test("what two tabs add is all kept", () => {
  const storage = createMemoryStorage();
  const [one, other] = [open(storage), open(storage)];
  one.change(add(1));
  other.change(add(2));
  expect(other.value.value).toEqual([1, 2]);
  expect(one.value.value).toEqual([1]);
  one.look();
  expect(one.value.value).toEqual([1, 2]);
  expect(open(storage).value.value).toEqual([1, 2]);
});

test("a browser that keeps nothing says so, and this tab goes on", () => {
  const list = open(undefined);
  for (const number of [1, 2, 3]) list.change(add(number));
  list.look();
  expect(list.value.value).toEqual([1, 2, 3]);
  expect(list.isKept.value).toBe(false);
});

test("a storage that was full keeps all that was added meanwhile once there is room again", () => {
  const storage = createMemoryStorage();
  const { setItem } = storage;
  const list = open(storage);
  list.change(add(1));
  storage.setItem = () => {
    throw new Error("full");
  };
  list.change(add(2));
  expect(list.isKept.value).toBe(false);
  storage.setItem = setItem;
  list.change(add(3));
  expect(list.isKept.value).toBe(true);
  expect(open(storage).value.value).toEqual([1, 2, 3]);
});

test("a forgotten value leaves no trace", () => {
  const storage = createMemoryStorage();
  const list = open(storage);
  list.change(add(1));
  list.forget();
  expect(list.value.value).toEqual([]);
  expect(storage.values.size).toBe(0);
});
