import type { Page } from "playwright-core";

/** How many pixels of an element are near a color, as a learner sees it: also through glass of that color. */
export async function countColor(
  page: Page,
  selector: string,
  [red, green, blue]: readonly [number, number, number],
): Promise<number> {
  const png = (await page.locator(selector).screenshot()).toString("base64");
  return page.evaluate(
    async ({ source, wanted }) => {
      const bytes = Uint8Array.from(atob(source), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext("2d");
      context?.drawImage(bitmap, 0, 0);
      const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
      const near = 34;
      let count = 0;
      for (let index = 0; index < data.length; index += 4) {
        if (wanted.every((value, channel) => Math.abs((data[index + channel] ?? 0) - value) <= near))
          count += 1;
      }
      return count;
    },
    { source: png, wanted: [red, green, blue] },
  );
}
