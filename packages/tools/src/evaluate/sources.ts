import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Static, Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";

const common = {
  file: Type.String(),
  aspect: Type.Number(),
  /** 2: x and y only, z is no number. */
  dimensions: Type.Optional(Type.Number()),
  /** People in the file; the file itself may not tell them apart. */
  signers: Type.Optional(Type.Number()),
};

const LetterSource = Type.Object({
  ...common,
  kind: Type.Union([Type.Literal("static"), Type.Literal("sequence")]),
  frozenMotionLetters: Type.String(),
  suspectLetters: Type.String(),
});

const NonLetterSource = Type.Object({
  ...common,
  /** How many samples there are of each, in the order of the numbers in the file. */
  labels: Type.Record(Type.String(), Type.Number()),
});

/** A file of letters in `sources.json`. */
export type LetterSource = Static<typeof LetterSource>;

/** A file of hands that are no letter in `sources.json`. */
export type NonLetterSource = Static<typeof NonLetterSource>;

/** Whether a source holds letters. */
export function isLetterSource(source: LetterSource | NonLetterSource): source is LetterSource {
  return "kind" in source;
}

/** Reads `sources.json`. @throws Error that names what was expected. */
export async function readSources(directory: string): Promise<(LetterSource | NonLetterSource)[]> {
  const text = await readFile(join(directory, "sources.json"), "utf8").catch(() => {
    throw new Error("Expected --data to name a folder with a sources.json and the files that it lists.");
  });
  const sources: unknown = JSON.parse(text);
  if (!Value.Check(Type.Array(Type.Union([LetterSource, NonLetterSource])), sources)) {
    throw new Error(
      "Expected sources.json to list file, kind, aspect, frozenMotionLetters and suspectLetters, or for what is no letter file, aspect and labels.",
    );
  }
  return sources;
}
