import { whenIdle } from "./when-idle.ts";

/** Milliseconds after which the large files are fetched, when the page itself has what it needs. */
const patience = 4000;

/** Registers the service worker, which keeps the page for use without a network. */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  whenIdle(() => {
    navigator.serviceWorker
      .register(new URL("service-worker.js", document.baseURI), { type: "classic" })
      .then(() => navigator.serviceWorker.ready)
      .then((registration) => {
        const { connection } = navigator as { connection?: { saveData?: boolean } };
        // Also for who sends points or pictures: this device takes over when the server is gone.
        if (connection?.saveData) return;
        setTimeout(() => registration.active?.postMessage("keep-all"), patience);
      })
      // Without a service worker the page works as before, with a network.
      .catch(() => {});
  });
}
