import { expect, test } from "bun:test";
import { originsOf } from "./origins-of.ts";

test.each<[string, string[]]>([
  ["https://learn.example", ["https://learn.example"]],
  ["https://learn.example/", ["https://learn.example"]],
  ["HTTPS://Learn.Example", ["https://learn.example"]],
  ["https://learn.example:443", ["https://learn.example"]],
  ["http://learn.example:8080/", ["http://learn.example:8080"]],
  ["http://[::1]:8080", ["http://[::1]:8080"]],
  ["https://schüler.example", ["https://xn--schler-5ya.example"]],
  ["learn.example", ["https://learn.example", "http://learn.example"]],
  ["Pi:8080", ["https://pi:8080", "http://pi:8080"]],
  ["capacitor://app", ["capacitor://app"]],
  ["chrome-extension://abcdef", ["chrome-extension://abcdef"]],
  ["*", ["*"]],
  ["null", ["null"]],
])("%s is sent by browsers as %p", (entry, origins) => {
  expect(originsOf(entry)).toEqual(origins);
});

test.each([
  "https://learn.example/app",
  "learn.example/app",
  "https://learn.example//",
  "https://learn.example?x",
  "https://learn.example#x",
  "https://me@learn.example",
  "https://*.example",
  "*.example",
  "https://learn.example:99999",
  "https://a.example https://b.example",
  "https://a.example;https://b.example",
  "wss://learn.example",
  "file:///page.html",
  "https://",
  "://learn.example",
])("%s is sent by none", (entry) => {
  expect(originsOf(entry)).toBeUndefined();
});
