import { describe, expect, test } from "bun:test";
import { expectation } from "@signify/service/settings";
import type { TSchema } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { readWorkerSettings, WorkerSettings } from "./worker-settings.ts";

test.each(Object.entries(WorkerSettings.properties as Record<string, TSchema>))(
  "%s has a default that it would accept, and a description",
  (_, schema) => {
    expect(Value.Check(schema, schema.default)).toBe(true);
    expect(schema.description).toMatch(/^\S.+[^.]$/);
    expect(expectation(schema)).not.toContain("undefined");
  },
);

test("a worker is told of a cluster", () => {
  expect(() => readWorkerSettings({})).toThrow(
    "NATS_URL must be addresses such as nats://10.0.0.5:4222, separated by commas.",
  );
  expect(readWorkerSettings({ NATS_URL: "nats://a:1, tls://b" }).NATS_URL).toEqual(["nats://a:1", "tls://b"]);
});

describe("NATS_URL", () => {
  test.each(["a:4222", "http://a", "nats://", "nats://a/path", "nats://user:secret@a"])(
    "%s is refused",
    (address) => {
      const read = () => readWorkerSettings({ NATS_URL: address });
      expect(read).toThrow(/^NATS_URL must be addresses such as/);
      expect(read).not.toThrow(/secret/);
    },
  );
});

test.each(["a b", "a.b", "*", ">"])("%s is no prefix of subjects", (prefix) => {
  expect(() => readWorkerSettings({ NATS_URL: "nats://a", NATS_PREFIX: prefix })).toThrow(
    /^NATS_PREFIX must be/,
  );
});
