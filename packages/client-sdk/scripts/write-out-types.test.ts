import { expect, test } from "bun:test";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { writeOutTypes } from "./write-out-types.ts";

const options = { strict: true, exactOptionalPropertyTypes: true, target: ts.ScriptTarget.ESNext };

async function written(source: string): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), "signify-types-")), "source.ts");
  await Bun.write(path, source);
  return writeOutTypes(path, options);
}

test("types made of others are written out, with the comments of their fields", async () => {
  const text = await written(`
    type Part = {
      /** How many. */
      count: number;
      note?: string | null;
    };
    /** A whole. */
    export type Whole = Pick<Part, "count" | "note"> & { parts: Part[]; one: { deep: true } };
  `);
  expect(text).toContain("/** A whole. */\nexport type Whole = {\n");
  expect(text).toContain("  /** How many. */\n  count: number;\n");
  expect(text).toContain("  note?: string | null;\n");
  expect(text).toContain(
    "  parts: {\n    /** How many. */\n    count: number;\n    note?: string | null;\n  }[];\n",
  );
  expect(text).toContain("  one: {\n    deep: true;\n  };\n");
});

test("a union of messages is written out member by member, one of words as it is", async () => {
  const text = await written(`
    export type Message = { type: "a" } | { type: "b"; word: Word };
    export type Word = "x" | "y";
  `);
  expect(text).toContain('export type Message = {\n  type: "a";\n} | {\n  type: "b";\n  word: Word;\n};');
  expect(text).toContain('export type Word = "x" | "y";');
});

test("what takes a parameter is left as it stands", async () => {
  const alias = "export type Of<Type> = Extract<string | number, Type>;";
  expect(await written(`/** Some of them. */\n${alias}`)).toContain(`/** Some of them. */\n${alias}`);
});

test("an object with a field for each letter is written as that", async () => {
  const text = await written(`
    type Letter = ${[..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => `"${letter}"`).join(" | ")};
    export type Taught = { letters: { [letter in Letter]?: string[] } };
  `);
  expect(text).toContain("  letters: Partial<Record<Letter, string[]>>;\n");
});
