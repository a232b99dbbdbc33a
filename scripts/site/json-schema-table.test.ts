import { expect, test } from "bun:test";
import { mentionedObjects, type NamedSchemas, schemaTable } from "./json-schema-table.ts";

const schemas: NamedSchemas = {
  Kind: { enum: ["near", "far"] },
  Point: { properties: { x: { type: "number" }, next: { $ref: "#/schemas/Point" } }, required: ["x"] },
};

test("a field says its type, whether it may be left out, what it means and its bounds", () => {
  const table = schemaTable(
    {
      required: ["kind", "points"],
      properties: {
        kind: { $ref: "#/schemas/Kind" },
        points: { items: { $ref: "#/schemas/Point" }, maxItems: 3, description: "a | b" },
        count: { anyOf: [{ type: "integer" }, { type: "null" }], minimum: 0 },
        share: { type: "number", minimum: 0, maximum: 1, description: "0..1" },
      },
    },
    schemas,
  );
  expect(table.split("\n").slice(2)).toEqual([
    '| `kind` | `"near"`, `"far"` |  |',
    "| `points` | list of [Point](#point) | a \\| b; at most 3 |",
    "| `count` | integer or null | from 0 on (may be left out) |",
    "| `share` | number | 0..1 (may be left out) |",
  ]);
});

test("objects that are mentioned are found once, also those that mention themselves", () => {
  const found = mentionedObjects([{ properties: { at: { items: { $ref: "#/schemas/Point" } } } }], schemas);
  expect([...found.keys()]).toEqual(["Point"]);
});
