import { expect, test } from "bun:test";
import { shortCode } from "./short-code.ts";

test("a text has one short code, and another text another one", () => {
  expect(shortCode("Week 1")).toMatch(/^[A-Z2-9]{6}$/);
  expect(shortCode("Week 1")).toBe(shortCode("Week 1"));
  expect(shortCode("Week 1")).not.toBe(shortCode("Week 2"));
});
