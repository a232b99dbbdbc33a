import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isLetterSource, readSources } from "./sources.ts";

const folder = mkdtempSync(join(tmpdir(), "signify-sources-"));
afterAll(() => rmSync(folder, { recursive: true }));

const letters = { file: "a", kind: "static", aspect: 2, frozenMotionLetters: "J", suspectLetters: "" };
const write = (sources: unknown) => writeFileSync(join(folder, "sources.json"), JSON.stringify(sources));

describe("readSources", () => {
  test("reads what it needs of letters and of what is none, and ignores the rest", async () => {
    const digits = { file: "b", aspect: 1, dimensions: 2, labels: { "digit 1": 5 } };
    write([{ ...letters, licence: "MIT", perLetter: null }, digits]);
    const sources = await readSources(folder);
    expect(sources).toMatchObject([letters, digits]);
    expect(sources.map(isLetterSource)).toEqual([true, false]);
  });

  test("refuses a folder without one", () => {
    expect(readSources(join(folder, "nowhere"))).rejects.toThrow("Expected --data to name a folder");
  });

  test("refuses one that lacks a field", async () => {
    write([{ file: "x" }]);
    expect(readSources(folder)).rejects.toThrow("Expected sources.json to list file, kind, aspect");
  });
});
