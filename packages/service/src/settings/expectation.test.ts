import { expect, test } from "bun:test";
import { type TSchema, Type } from "@sinclair/typebox";
import { expectation } from "./expectation.ts";
import { list, logLevel, share, text, whole } from "./kinds.ts";

test.each<[string, TSchema]>([
  ["a whole number from 1 to 9", whole(1, 9, 3, "")],
  ["a number from 0 to 1", share(0.5, "")],
  ["true or false", Type.Boolean()],
  ["names, separated by commas", list("names", (entry) => [entry], "")],
  ["one of debug, info, warn, error, silent", logLevel()],
  ["letters, digits, _ and - alone", Type.String({ pattern: "^[a-z]$" })],
  ["a text that is not empty", Type.String({ minLength: 1 })],
  ["a text", text("")],
])("%s", (words, schema) => {
  expect(expectation(schema)).toBe(words);
});
