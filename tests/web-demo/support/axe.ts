import axe from "axe-core";
import type { Page } from "playwright-core";

/** What is wrong with the accessibility of what a page shows, one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // A script tag would be stopped by the page's policy; this goes by the debugger.
  await page.evaluate(`${axe.source}; undefined`);
  return page.evaluate(async () => {
    const { axe: loaded } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await loaded.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
    );
  });
}
