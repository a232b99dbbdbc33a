import { join } from "node:path";

/** What only makes sense on the machine where it was written. The patterns do not match their own text. */
const traces: Record<string, RegExp> = {
  "an absolute path of one machine": /(?<![\w./-])\/(?:root|work|home|Users)\/|\b[A-Z]:\\Users\\/,
  "the host of a package registry":
    /\b(?:npm|registry|pypi|artifactory|verdaccio|nexus)\.[\w-]+\.(?:org|com|net|io|dev)\b/,
  "an address of a package archive": /\/-\/[\w.-]+\.tgz\b/,
};

/** The traces of a machine in the tracked text files of a repository, as `file:line: what`. */
export async function findMachineTraces(root: string): Promise<string[]> {
  const listing = await Bun.$`git ls-files -z`.cwd(root).text();
  const found = listing
    .split("\0")
    .filter(Boolean)
    .map(async (path) => {
      const file = Bun.file(join(root, path));
      const text = (await file.exists()) ? await file.text() : "";
      return text.includes("\0") ? [] : tracesIn(text).map((trace) => `${path}:${trace}`);
    });
  return (await Promise.all(found)).flat();
}

/** The traces in one text, as `line: what`. */
export function tracesIn(text: string): string[] {
  return text.split("\n").flatMap((line, index) =>
    Object.entries(traces)
      .filter(([, pattern]) => pattern.test(line))
      .map(([what]) => `${index + 1}: ${what}`),
  );
}
