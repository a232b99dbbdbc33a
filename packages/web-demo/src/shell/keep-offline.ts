import { whenIdle } from "./when-idle.ts";

/** Milliseconds after which the page's large files are fetched, when the page itself has what it needs. */
const patience = 4000;

/** Registers the service worker, which keeps the page for use without a network. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  whenIdle(() => {
    navigator.serviceWorker
      .register(new URL("service-worker.js", document.baseURI), { type: "classic" })
      // Without a service worker the page works as before, with a network.
      .catch(() => {});
  });
  setTimeout(() => wish("large"), patience);
}

/** Has the service worker keep files that the page has loaded, by their addresses relative to the page. */
export function keepFiles(addresses: readonly string[]): void {
  wish(addresses);
}

function wish(keep: "large" | readonly string[]): void {
  const { connection, serviceWorker } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!serviceWorker || connection?.saveData) return;
  void serviceWorker.ready.then(({ active }) => active?.postMessage({ keep }));
}
