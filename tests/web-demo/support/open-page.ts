import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { keepLetterDiary } from "./letter-diary.ts";

/** Milliseconds that a step may take on a machine that is busy with other things. */
const patience = 45_000;

/** A page that is watched while it is used. */
export type WatchedPage = {
  page: Page;
  /** Hosts that were asked for anything. */
  hosts: ReadonlySet<string>;
  /** What the page threw, and what its Content-Security-Policy stopped. */
  faults: readonly string[];
  close(): Promise<void>;
};

/** Opens the page in a profile of its own. The service worker is left out unless a test asks for it. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: "reduce",
    serviceWorkers: "block",
    ...options,
  });
  context.setDefaultTimeout(patience);
  await keepLetterDiary(context);
  const hosts = new Set<string>();
  const faults: string[] = [];
  context.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== "blob:" && protocol !== "data:") hosts.add(host);
  });
  const page = await context.newPage();
  page.on("websocket", (socket) => hosts.add(new URL(socket.url()).host));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) faults.push(message.text());
  });
  await page.goto(address);
  await page.locator("main .screen").waitFor();
  return { page, hosts, faults, close: () => context.close() };
}
