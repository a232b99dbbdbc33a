import type { Plugin } from "vite";
import { texts } from "../src/texts/texts.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Fills texts in where their names stand between percent signs, and says in which language they are. */
export function fillPageTexts(html: string, values: Record<string, unknown> = texts.page): string {
  return html
    .replace('lang="en"', `lang="${texts.language}"`)
    .replaceAll(/%(\w+)%/g, (whole, name: string) => {
      const value = values[name];
      return typeof value === "string" ? escaped(value) : whole;
    });
}

/** Fills the texts of index.html in, which are in the same file as all others. */
export function pageTexts(): Plugin {
  return { name: "signify-page-texts", transformIndexHtml: (html) => fillPageTexts(html) };
}
