import { expect, test } from "bun:test";
import { Settings } from "./settings.ts";
import { settingsTable } from "./settings-table.ts";

const rows = settingsTable().split("\n");

test("has a row for every setting, in order", () => {
  expect(rows.slice(2).map((row) => /^\| `(\w+)` \|/.exec(row)?.[1])).toEqual(
    Object.keys(Settings.properties),
  );
});

test("every row has the four cells of the head", () => {
  for (const row of rows) expect(row.split("|")).toHaveLength(6);
});

test("an empty default is shown as a dash, others as they are", () => {
  expect(rows.find((row) => row.includes("`AUTH_TOKEN`"))).toContain("| – |");
  expect(rows.find((row) => row.includes("`WEBSOCKET_PORT`"))).toContain("| `8765` |");
});
