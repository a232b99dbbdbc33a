/** What a reader does with one block of a document: runs it in a shell, or writes it into a file. */
export type Step =
  | { readonly kind: "run"; readonly command: string }
  | { readonly kind: "write"; readonly path: string; readonly text: string };

/**
 * The steps of one section of a Markdown document, in its order. A block is a file when the line before it begins with the
 * file's path in backticks; blocks of `sh` are commands, one a line.
 *
 * @param heading the section's heading, without its marks
 * @throws Error when there is no such section
 */
export function readSteps(document: string, heading: string): Step[] {
  const [, section] = document.split(new RegExp(`^## ${heading}$`, "m"));
  const [part] = section?.split(/^## /m) ?? [];
  if (!part) throw new Error(`expected a section "${heading}"`);
  const steps: Step[] = [];
  for (const [, before = "", language, text = ""] of part.matchAll(
    /(?:^(.*)\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm,
  )) {
    const [, path] = /^`([\w./-]+)`/.exec(before) ?? [];
    if (language === "sh") {
      const commands = text.trim().split("\n");
      steps.push(...commands.map((command) => ({ kind: "run" as const, command })));
    } else if (path) steps.push({ kind: "write", path, text });
  }
  return steps;
}
