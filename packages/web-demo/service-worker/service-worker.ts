// Keeps the page for use without a network. Its lists of files are filled in by the build.

/** Name of this version of the page. */
declare const __VERSION__: string;
/** Small files, relative to the page: kept when the page is first opened. */
declare const __SHELL__: readonly string[];
/** Large files: kept when they are first used, or when the page asks for it. */
declare const __LARGE__: readonly string[];

const worker = self as unknown as ServiceWorkerGlobalScope;
const cacheName = `signify-${__VERSION__}`;
const scope = new URL(worker.registration.scope);
const shell = __SHELL__.map(fullAddress);
const large = __LARGE__.map(fullAddress);
const known = new Set([...shell, ...large]);

function fullAddress(path: string): string {
  return new URL(path, scope).href;
}

worker.addEventListener("install", (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(shell)));
});

worker.addEventListener("activate", (event) => {
  const clean = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("signify-") && name !== cacheName) await caches.delete(name);
    }
    await worker.clients.claim();
  };
  event.waitUntil(clean());
});

worker.addEventListener("message", (event) => {
  if (event.data !== "keep-all") return;
  const keepAll = async () => {
    const cache = await caches.open(cacheName);
    // One after the other, so that what the page itself fetches comes first.
    for (const address of large) if (!(await cache.match(address))) await cache.add(address).catch(() => {});
  };
  event.waitUntil(keepAll());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const address = request.url.split(/[?#]/, 1)[0] ?? "";
  if (known.has(address)) event.respondWith(fromCache(address));
});

async function fromCache(address: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(address);
  if (kept) return kept;
  const response = await fetch(address);
  if (response.ok) await cache.put(address, response.clone()).catch(() => {});
  return response;
}
