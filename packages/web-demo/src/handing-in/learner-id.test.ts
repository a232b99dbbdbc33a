import { expect, test } from "bun:test";
import { createKeptValue } from "../shell/kept-value.ts";
import { createMemoryStorage } from "../shell/memory-storage.ts";
import { createLearnerId } from "./learner-id.ts";

test("a browser has one id until it is forgotten", () => {
  const storage = createMemoryStorage();
  let made = 0;
  const open = () => createLearnerId(createKeptValue(storage, "learner"), () => `id${++made}`);
  const first = open();
  expect(storage.values.size).toBe(0);
  expect([first.get(), first.get(), open().get()]).toEqual(["id1", "id1", "id1"]);
  first.forget();
  expect(storage.values.size).toBe(0);
  expect(first.get()).toBe("id2");
  storage.setItem("learner", '{"version":1,"id":"<b>"}');
  expect(open().get()).toBe("id3");
});
