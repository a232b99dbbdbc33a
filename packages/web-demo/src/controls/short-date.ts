import { texts } from "../texts/texts.ts";

/** A day as people write it, in the language of the page. */
export function shortDate(iso: string): string {
  return new Intl.DateTimeFormat(texts.language, { dateStyle: "medium" }).format(new Date(iso));
}
