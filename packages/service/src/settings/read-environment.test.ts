import { expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import { list, share, text, whole } from "./kinds.ts";
import { readEnvironment, SettingError } from "./read-environment.ts";

const schemas = Type.Object({
  COUNT: whole(1, 9, 3, "How many"),
  SHARE: share(0.5, "How much of it"),
  NAME: text("What it is called"),
  EVEN: list("even numbers", (entry) => (Number(entry) % 2 === 0 ? [entry] : undefined), "Which"),
});

test("what is unset or empty has its default", () => {
  expect(readEnvironment(schemas, { COUNT: "" })).toEqual({ COUNT: 3, SHARE: 0.5, NAME: "", EVEN: [] });
});

test("texts are read as what the setting is", () => {
  expect(readEnvironment(schemas, { COUNT: " 4 ", SHARE: "0.25", NAME: "7", EVEN: "2, 4,," })).toEqual({
    COUNT: 4,
    SHARE: 0.25,
    NAME: "7",
    EVEN: ["2", "4"],
  });
});

test.each([
  ["COUNT", "10", "COUNT must be a whole number from 1 to 9."],
  ["SHARE", "x", "SHARE must be a number from 0 to 1."],
  ["EVEN", "2,3", "EVEN must be even numbers, separated by commas."],
])("%s=%s is refused with one sentence", (name, value, sentence) => {
  expect(() => readEnvironment(schemas, { [name]: value })).toThrow(new SettingError(sentence));
});

test("another name wins where it is set, and is the one that is complained of", () => {
  const other = { HOW_MANY: "COUNT" };
  expect(readEnvironment(schemas, { COUNT: "1", HOW_MANY: "2" }, other).COUNT).toBe(2);
  expect(readEnvironment(schemas, { COUNT: "1", HOW_MANY: "" }, other).COUNT).toBe(1);
  expect(() => readEnvironment(schemas, { COUNT: "1", HOW_MANY: "x" }, other)).toThrow("HOW_MANY must be");
});
