import { expect, test } from "bun:test";
import { expectation } from "@signify/service/settings";
import type { TSchema } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { Settings } from "./settings.ts";

const settings = Object.entries(Settings.properties as Record<string, TSchema>);

test.each(settings)("%s has a default that it would accept, and a description", (_, schema) => {
  expect(Value.Check(schema, schema.default)).toBe(true);
  expect(schema.description).toMatch(/^\S.+[^.]$/);
  expect(expectation(schema)).not.toContain("undefined");
});
