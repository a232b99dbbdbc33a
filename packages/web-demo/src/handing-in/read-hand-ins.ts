import type { HandIn } from "./hand-in.ts";
import { readHandIn } from "./hand-in-forms.ts";

/** Largest file that is read, in bytes; a true result is a few thousand. */
const largestFile = 1_000_000;

/** Reads files that were handed in. `bad` names those that hold none. */
export async function readHandInFiles(
  files: readonly Pick<File, "name" | "size" | "text">[],
): Promise<{ handIns: HandIn[]; bad: string[] }> {
  const read = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      ...readHandInTexts(file.size <= largestFile ? await file.text().catch(() => "") : ""),
    })),
  );
  return {
    handIns: read.flatMap(({ handIns }) => handIns),
    bad: read.filter(({ handIns }) => handIns.length === 0).map(({ name }) => name),
  };
}

/** How a result is marked in a text: a text of before, or the address of one as it is or inside another address. */
const marks = /(SIGNIFY1\.)|(?:#|%23)(?:\/|%2F)hand-in(?:\/|%2F)/gi;

/** Most lines over which a mail program spreads one result. */
const mostLines = 200;

/**
 * Reads what was pasted: links and codes anywhere in a chat, with names, times and quotation marks around them, broken into
 * lines or not; or a file's content. `bad` counts what looks like a result and is not a whole one.
 */
export function readHandInTexts(pasted: string): { handIns: HandIn[]; bad: number } {
  const whole = readHandIn(pasted);
  if (whole) return { handIns: [whole], bad: 0 };
  const found = [...pasted.matchAll(marks)];
  const read = found.map((mark, index) => {
    const rest = pasted.slice(mark.index + mark[0].length, found[index + 1]?.index);
    return readCode(mark[1] ?? "", rest);
  });
  const handIns = new Map(read.flatMap((handIn) => (handIn ? [[handIn.id, handIn] as const] : [])));
  return { handIns: [...handIns.values()], bad: read.filter((handIn) => !handIn).length };
}

/** The result that begins a text, however many lines it takes. */
function readCode(prefix: string, text: string): HandIn | undefined {
  let code = prefix;
  for (const line of text.split(/\r?\n/, mostLines)) {
    const [, part = "", behind = ""] = /^[\s>|]*([\w-]*)(.*)$/.exec(line) ?? [];
    code += part;
    // Italics in a chat are underscores around a text.
    const handIn = readHandIn(code) ?? readHandIn(code.replace(/[_-]+$/, ""));
    if (handIn || behind.trim() !== "") return handIn;
  }
  return undefined;
}
