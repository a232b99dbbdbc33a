import { expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import { text, whole } from "./kinds.ts";
import { settingsTable } from "./settings-table.ts";

const rows = settingsTable(
  Type.Object({ PORT: whole(0, 9, 7, "Port to listen on"), TOKEN: text("Token to show") }),
).split("\n");

test("has a row for every setting, in order", () => {
  expect(rows.slice(2)).toEqual([
    "| `PORT` | `7` | a whole number from 0 to 9 | Port to listen on |",
    "| `TOKEN` | – | a text | Token to show |",
  ]);
});

test("every row has the four cells of the head", () => {
  for (const row of rows) expect(row.split("|")).toHaveLength(6);
});
