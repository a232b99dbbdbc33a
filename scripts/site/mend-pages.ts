import { type Application, PageEvent } from "typedoc";

/** What TypeDoc's theme does not say to who cannot see it: which part is the page itself, and how its headings are ranked. */
const mends = [
  ['<div class="col-content">', '<div class="col-content" role="main">'],
  ['<div class="col-sidebar">', '<div class="col-sidebar" role="complementary" aria-label="Contents">'],
  [/(<summary class="tsd-accordion-summary"[^>]*>(?:<svg.*?<\/svg>\s*)?)<h3>/gs, '$1<h3 aria-level="2">'],
  // Nothing heads such a column.
  ["<th></th>", "<td></td>"],
] as const;

/** Columns from which on a table is too wide for a phone: it is moved sideways by itself, by keyboard too. */
const wide = 4;

const mendTable = (table: string) =>
  table.split("<th>").length > wide
    ? `<div class="wide-table" role="group" aria-label="Table" tabindex="0">${table}</div>`
    : table;

/** Mends every page as it is written. @throws Error when a page is no longer made as it was. */
export function mendPages(app: Application): void {
  app.renderer.on(PageEvent.END, (page: PageEvent) => {
    const { contents = "" } = page;
    if (!contents.includes(mends[0][0]))
      throw new Error(`${page.filename} has no part that is the page itself`);
    const mended = mends.reduce((text, [from, to]) => text.replaceAll(from, to), contents);
    page.contents = mended.replace(/<table>[\s\S]*?<\/table>/g, mendTable);
  });
}
