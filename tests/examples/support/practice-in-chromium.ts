import { launchChromium } from "@signify/tools/browser";
import { heldLetters } from "../../web-demo/support/clips.ts";

/** What a page told while it was used. */
export type PageReport = {
  /** What the page threw. */
  faults: string[];
  /** Whether it had two threads for the hands. */
  isIsolated: boolean;
};

/** Milliseconds for a page to load its files and read a letter, on a machine that is busy with other things. */
const patience = 180_000;

/**
 * Uses an example's page as a learner does who holds an L before the camera: chooses L, starts, and waits until the page says that
 * L is shown.
 * @throws Error with what the page threw, when it does not
 */
export async function practiceInChromium(address: string): Promise<PageReport> {
  const browser = await launchChromium({ clip: await heldLetters(["L"], 1) });
  const faults: string[] = [];
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(patience);
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(address);
    await page.getByRole("button", { name: /^Start/ }).click();
    await page.getByRole("button", { name: "L", exact: true }).click();
    await page.getByText(/^That is L\b/).waitFor();
    return { faults, isIsolated: await page.evaluate(() => crossOriginIsolated) };
  } catch (error) {
    throw new Error(`The page did not show L. It threw: ${faults.join(", ") || "nothing"}.`, {
      cause: error,
    });
  } finally {
    await browser.close();
  }
}
