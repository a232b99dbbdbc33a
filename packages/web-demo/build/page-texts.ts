import type { Plugin } from "vite";
import { en } from "../src/texts/en.ts";
import { es } from "../src/texts/es.ts";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Nobody knows yet which language it will be: without scripts the page says what is wrong in each. */
const pageWords = { ...en.page, noScriptInSpanish: es.page.noScript };

/** Fills texts in where their names stand between percent signs. */
export function fillPageTexts(html: string, values: Record<string, unknown> = pageWords): string {
  return html.replaceAll(/%(\w+)%/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === "string" ? escaped(value) : whole;
  });
}

/** Fills the texts of index.html in, which are in the same files as all others. */
export function pageTexts(): Plugin {
  return { name: "signify-page-texts", transformIndexHtml: (html) => fillPageTexts(html) };
}
