import { expect, test } from "bun:test";
import { hostNamesOf } from "./host-names-of.ts";

test.each([
  ["pi", "pi"],
  ["Signify.Example", "signify.example"],
  ["schüler.example", "xn--schler-5ya.example"],
  ["pi/", "pi"],
  ["10.0.0.7", "10.0.0.7"],
  ["[::1]", "[::1]"],
])("%s is a host name", (entry, name) => {
  expect(hostNamesOf(entry)).toEqual([name]);
});

test.each(["https://pi", "pi:8765", "pi/x", "me@pi", "*", "*.example", "a b", "::1", "pi?", "pi#"])(
  "%s is more than a host name, or none",
  (entry) => {
    expect(hostNamesOf(entry)).toBeUndefined();
  },
);
