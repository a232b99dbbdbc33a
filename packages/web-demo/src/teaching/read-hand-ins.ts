import { type HandIn, readHandIn } from "./hand-in.ts";

/** Largest file that is read, in bytes; a true result is a few thousand. */
const largestFile = 1_000_000;

/** Reads files that were handed in. `bad` names those that are none. */
export async function readHandInFiles(
  files: readonly Pick<File, "name" | "size" | "text">[],
): Promise<{ handIns: HandIn[]; bad: string[] }> {
  const read = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      handIn: file.size <= largestFile ? readHandIn(await file.text().catch(() => "")) : undefined,
    })),
  );
  return {
    handIns: read.flatMap(({ handIn }) => handIn ?? []),
    bad: read.filter(({ handIn }) => !handIn).map(({ name }) => name),
  };
}

/** Reads a text that was pasted; a chat may give several at once. `bad`: nothing, or something else, was in it. */
export function readHandInTexts(pasted: string): { handIns: HandIn[]; bad: boolean } {
  const parts = pasted.split(/\s+(?=SIGNIFY1\.)/).filter((part) => part.trim() !== "");
  const read = parts.map((part) => readHandIn(part));
  return {
    handIns: read.flatMap((handIn) => handIn ?? []),
    bad: parts.length === 0 || read.includes(undefined),
  };
}
