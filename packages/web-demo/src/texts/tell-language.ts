import { texts } from "./texts.ts";

/** Tells the browser and screen readers in which language the page is, which may be another than that of index.html. */
export function tellLanguage(page: Document): void {
  page.documentElement.lang = texts.language;
  page.querySelector("meta[name=description]")?.setAttribute("content", texts.page.description);
}
