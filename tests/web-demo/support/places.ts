import type { Page } from "playwright-core";

/** Where something is in the window, in CSS pixels. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** Where the first element of this selector is. @throws Error when nothing of it is drawn */
export async function boxOf(page: Page, selector: string): Promise<Box> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`expected ${selector} to be drawn`);
  return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
}

/** Boxes are in fractions of a pixel: what is nearer than half of one touches. */
const slack = 0.5;

/** Whether all of a box lies in another. */
export function within(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left - slack &&
    inner.top >= outer.top - slack &&
    inner.right <= outer.right + slack &&
    inner.bottom <= outer.bottom + slack
  );
}

/** Whether two boxes share a part of the window. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right - slack &&
    other.left < one.right - slack &&
    one.top < other.bottom - slack &&
    other.top < one.bottom - slack
  );
}

/**
 * Scrolls to each button, link and field in turn, as somebody who goes along with the Tab key does.
 * @returns the names of those whose middle is then covered, cut off or outside the window
 */
export function coveredParts(page: Page, root: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const covered: string[] = [];
    const controls = "button, a[href], input, textarea, select";
    for (const element of document.querySelectorAll<HTMLElement>(`${selector} :is(${controls})`)) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
      const { left, top, width, height } = element.getBoundingClientRect();
      if (width <= 1 || height <= 1) continue;
      const seen = document.elementFromPoint(left + width / 2, top + height / 2);
      const label = element.closest("label");
      if (seen && (element.contains(seen) || label?.contains(seen))) continue;
      covered.push(element.getAttribute("aria-label") ?? (element.textContent || element.outerHTML).trim());
    }
    return covered;
  }, root);
}
