import type { BrowserContext, CDPSession, Page } from "playwright-core";

/** How fast a page's network is. */
export type NetworkSpeed = { bytesPerSecond: number; roundTrip: number };

/** Makes a page's network slow, until it is told otherwise. Workers' own requests are not held back. */
export async function slowDown(page: Page, { bytesPerSecond, roundTrip }: NetworkSpeed): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: roundTrip,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  return session;
}

/** The recognition files that came over the network from now on, by their names: not those from a cache. */
export async function watchNetwork(page: Page): Promise<ReadonlySet<string>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const names = new Map<string, string>();
  const loaded = new Set<string>();
  session.on("Network.responseReceived", ({ requestId, response }) => {
    const name = recognitionFile(response.url);
    const fromCache = response.fromDiskCache || response.fromServiceWorker || response.fromPrefetchCache;
    if (name && !fromCache) names.set(requestId, name);
  });
  session.on("Network.requestServedFromCache", ({ requestId }) => names.delete(requestId));
  session.on("Network.loadingFinished", ({ requestId }) => {
    const name = names.get(requestId);
    if (name) loaded.add(name);
  });
  return loaded;
}

/** Every recognition file that a context asks for, by its name, wherever the answer comes from. */
export function watchRequests(context: BrowserContext): ReadonlySet<string> {
  const asked = new Set<string>();
  context.on("request", (request) => {
    const name = recognitionFile(request.url());
    if (name) asked.add(name);
  });
  return asked;
}

function recognitionFile(address: string): string | undefined {
  return /\/recognition\/([^/?#]+)$/.exec(address)?.[1];
}
