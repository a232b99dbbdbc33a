import { basename } from "node:path";
import { type Application, Converter, type DocumentReflection, Renderer } from "typedoc";

/**
 * Has TypeDoc call each page as its first heading does, and put it into a group of the navigation. Its address is that of
 * its file.
 *
 * @param groupOf the group of a page, by the whole path of its file
 */
export function titlePages(app: Application, groupOf: (path: string) => string | undefined): void {
  const titles = new Map<DocumentReflection, string>();
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_: unknown, page: DocumentReflection) => {
    const path = page.project.files.getReflectionPath(page) ?? page.name;
    const group = groupOf(path);
    if (group) page.frontmatter.group = group;
    page.name = basename(path, ".md");
    const [first] = page.content;
    const heading = /^\s*# (.+)\n/.exec(first?.text ?? "");
    if (!heading?.[1]) throw new Error(`${page.name}.md must begin with a heading`);
    titles.set(page, heading[1].trim().replaceAll("`", ""));
  });
  // The addresses of all pages are known by then.
  app.renderer.on(Renderer.EVENT_BEGIN, () => {
    for (const [page, title] of titles) page.name = title;
  });
}
