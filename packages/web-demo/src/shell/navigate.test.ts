import { afterEach, beforeEach, expect, test } from "bun:test";
import { navigate, route } from "./navigate.ts";

const globals = { location: { hash: "" }, history: { replaceState } };
const before = Object.keys(globals).map((name) => [name, Reflect.get(globalThis, name)] as const);
beforeEach(() => {
  Object.assign(globalThis, globals);
  globals.location.hash = "#/practice/A";
  route.value = { screen: "practice", letter: "A" };
});
afterEach(() => {
  for (const [name, value] of before) Reflect.set(globalThis, name, value);
});

function replaceState(_state: unknown, _title: string, hash: string): void {
  globals.location.hash = hash;
}

test("a letter of the practice takes the place of the one before", () => {
  navigate({ screen: "practice", letter: "B" });
  expect(globals.location.hash).toBe("#/practice/B");
  expect(route.value).toEqual({ screen: "practice", letter: "B" });
});

test("who went to another screen just when a letter was done was taken back to the practice: they stay there", () => {
  globals.location.hash = "#/progress";
  navigate({ screen: "practice", letter: "B" });
  expect(globals.location.hash).toBe("#/progress");
});

test("another screen is told by the browser, when its address has changed", () => {
  navigate({ screen: "hand", letter: "A" });
  expect(globals.location.hash).toBe("#/hand/A");
  expect(route.value).toEqual({ screen: "practice", letter: "A" });
});
