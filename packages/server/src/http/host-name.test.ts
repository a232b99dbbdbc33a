import { expect, test } from "bun:test";
import fc from "fast-check";
import { hostName } from "./host-name.ts";

test.each([
  ["a", "a"],
  ["Pi:8765", "pi"],
  ["my_nas.local", "my_nas.local"],
  ["signify.example.", "signify.example."],
  ["10.0.0.7:80", "10.0.0.7"],
  ["[::1]:8765", "[::1]"],
  ["pi:", "pi"],
])("%s asks for %s", (header, name) => {
  expect(hostName(header)).toBe(name);
});

test.each([
  "",
  ":80",
  "a b",
  "a/b",
  "a?b",
  "a#b",
  "me@a",
  "a:b",
  "a:99999",
  "[::1",
  "::1",
  "a, b",
  "ü",
  "a%41",
  "1.2.3.4.5",
])('"%s" is no host name', (header) => {
  expect(hostName(header)).toBeUndefined();
});

test("whatever the header, what passes for a name leaves an address's path as it was", () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      if (hostName(header) === undefined) return;
      expect(new URL(`http://${header}/metrics`).pathname).toBe("/metrics");
    }),
  );
});
