import { describe, expect, test } from "bun:test";
import { exampleHandIn } from "../handing-in/example-hand-in.ts";
import { csvCell, resultsCsv } from "./results-csv.ts";

describe("the table for spreadsheets", () => {
  test("has one line for each letter", () => {
    const lines = resultsCsv([exampleHandIn], () => "Ada (2)").split("\r\n");
    expect(lines).toHaveLength(5);
    expect(lines[1]).toBe("Ada (2),K7F-QX2,Week 1,2026-11-23T09:00:00.000Z,A,A,passed,2.0,S×2");
  });

  test("runs no formula", () => {
    for (const evil of ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\r\n=1", "＝1"]) {
      expect(csvCell(evil)).toStartWith(`"'`);
    }
    expect(csvCell('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
    expect(csvCell("Ada")).toBe("Ada");
    expect(csvCell("Lovelace, Ada")).toBe('"Lovelace, Ada"');
  });
});
