import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The path of a file of `deploy/`. */
export const deployPath = (name: string): string =>
  fileURLToPath(new URL(`../../../deploy/${name}`, import.meta.url));

/** The text of a file of `deploy/`, with some words replaced for the machine of the test. Each has to be there. */
export function deployText(name: string, replaced: Readonly<Record<string, string>> = {}): string {
  let text = readFileSync(deployPath(name), "utf8");
  for (const [word, other] of Object.entries(replaced)) {
    if (!text.includes(word)) throw new Error(`Expected deploy/${name} to say "${word}".`);
    text = text.replaceAll(word, other);
  }
  return text;
}
