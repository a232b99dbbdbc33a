import type { Page } from "playwright-core";

/**
 * Every word of two letters and more that the page tells anybody, in small letters: seen, heard or in the window's title.
 * Cameras are left out, whose names are not the page's, and what is marked as another language.
 */
export async function toldWords(page: Page): Promise<Set<string>> {
  const told = await page.evaluate(() => {
    const texts = [document.title, document.querySelector("meta[name=description]")?.getAttribute("content")];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const isForeign = walker.currentNode.parentElement?.closest(
        "script, style, noscript, [lang]:not(html), #camera option",
      );
      if (!isForeign) texts.push(walker.currentNode.textContent);
    }
    for (const name of [
      "aria-label",
      "aria-valuetext",
      "aria-roledescription",
      "title",
      "alt",
      "placeholder",
    ]) {
      for (const element of document.querySelectorAll(`[${name}]`)) texts.push(element.getAttribute(name));
    }
    return texts.join("\n");
  });
  return wordsOf(told);
}

/** Its words of two letters and more, in small letters. */
export function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{2,}/gu));
}
