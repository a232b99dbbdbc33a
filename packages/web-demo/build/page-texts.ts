import type { Plugin } from "vite";
import { texts } from "../src/texts/texts.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Fills the texts of index.html in, which are in the same file as all others. */
export function pageTexts(): Plugin {
  const values: Record<string, string> = {
    title: texts.page.title,
    description: texts.page.description,
    noScript: texts.page.noScript,
  };
  return {
    name: "signify-page-texts",
    transformIndexHtml: (html) =>
      html.replace('lang="en"', `lang="${texts.language}"`).replaceAll(/%(\w+)%/g, (whole, name: string) => {
        const value = values[name];
        return value === undefined ? whole : escaped(value);
      }),
  };
}
