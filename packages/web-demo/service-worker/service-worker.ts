// Keeps the page for use without a network. Its lists of files are filled in by the build.

/** Name of this version of the page. */
declare const __VERSION__: string;
/** Small files, relative to the page: kept when the page is first opened. */
declare const __SHELL__: readonly string[];
/** Large files: kept when they are first used, or when the page asks for them. */
declare const __LARGE__: readonly string[];
/** Files of recognition on the device: kept when they are first used, or when the page names them. */
declare const __RECOGNITION__: readonly string[];

/** What the page asks for: to keep its large files, or the files that it names. */
type Wish = { keep: "large" | readonly string[] };

const worker = self as unknown as ServiceWorkerGlobalScope;
const cacheName = `signify-${__VERSION__}`;
const scope = new URL(worker.registration.scope);
const shell = __SHELL__.map(fullAddress);
const large = __LARGE__.map(fullAddress);
const known = new Set([...shell, ...large, ...__RECOGNITION__.map(fullAddress)]);
/** Names that change with the content: the same address is the same file in every version of the page. */
const hashed = /-[\w-]{8,10}\.\w+$/;

function fullAddress(path: string): string {
  return new URL(path, scope).href;
}

worker.addEventListener("install", (event) => {
  const keepShell = async () => {
    const cache = await caches.open(cacheName);
    for (const address of known) {
      const kept = hashed.test(address) && (await caches.match(address));
      if (kept) await cache.put(address, kept);
      else if (shell.includes(address)) await cache.add(address);
    }
  };
  event.waitUntil(keepShell());
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
  const { keep } = event.data as Wish;
  const wanted = keep === "large" ? large : keep.map(fullAddress).filter((address) => known.has(address));
  const keepWanted = async () => {
    const cache = await caches.open(cacheName);
    // One after the other, so that what the page itself fetches comes first.
    for (const address of wanted) if (!(await cache.match(address))) await cache.add(address).catch(() => {});
  };
  event.waitUntil(keepWanted());
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
