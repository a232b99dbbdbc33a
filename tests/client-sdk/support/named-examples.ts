import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const documents = fileURLToPath(new URL("../../../packages/client-sdk/docs/", import.meta.url));

/** The examples of a page that begin with the name of their file, by that name: what a reader copies. */
export function namedExamples(page: string): Record<string, string> {
  const text = readFileSync(documents + page, "utf8");
  const examples = [...text.matchAll(/```\w+\n\/\/ (\S+)\n([\s\S]*?)```/g)];
  return Object.fromEntries(examples.map(([, name = "", program = ""]) => [name, program]));
}
