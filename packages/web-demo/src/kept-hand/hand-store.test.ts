import { expect, test } from "bun:test";
import { createKeptValue } from "../shell/kept-value.ts";
import { createMemoryStorage } from "../shell/memory-storage.ts";
import { createHandStore } from "./hand-store.ts";

const open = (storage = createMemoryStorage()) => createHandStore(createKeptValue(storage, "hand"));
const model = { name: "letters", version: "2", digest: "ab" };

test("a hand is there the next time, until it is forgotten", () => {
  const storage = createMemoryStorage();
  const { hand, keepHand, forgetHand } = open(storage);
  expect(hand.value).toBeUndefined();
  keepHand({ model, letters: { G: ["fwA="] } });
  expect(open(storage).hand.value).toEqual({ model, letters: { G: ["fwA="] } });
  forgetHand();
  expect([hand.value, storage.values.size]).toEqual([undefined, 0]);
});

test("a hand without letters leaves no trace", () => {
  const storage = createMemoryStorage();
  const { hand, keepHand } = open(storage);
  keepHand({ model, letters: { G: ["fwA="] } });
  keepHand({ model, letters: {} });
  expect([hand.value, storage.values.size]).toEqual([undefined, 0]);
});

test("nonsense that somebody else has written is no hand", () => {
  const storage = createMemoryStorage();
  storage.setItem("hand", '{"letters":7}');
  expect(open(storage).hand.value).toBeUndefined();
});
