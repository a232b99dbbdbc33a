import { join } from "node:path";
import { launchChromium, writeClip } from "../../browser/index.ts";
import { startSite } from "../../site/start-site.ts";

/** Milliseconds from the opening of a page, with nothing in the browser's cache. */
export type Firsts = { readonly hand: number; readonly letter: number };

/** A letter that both know. */
const letter = "V";
const rendering = new URL(`../../../../../tests/fixtures/reference-hand/${letter}.jpg`, import.meta.url);

/**
 * How long a page takes to its first hand and to its first V, as medians: ours on the device, and MediaPipe with
 * fingerpose, on the processor as ours. The camera shows a drawn V; each run has a browser of its own.
 *
 * @param folder where the packages are installed, with `hand_landmarker.task` beside them
 */
export async function timeToFirst(
  folder: string,
  runs: number,
): Promise<{ ours: Firsts; mediaPipe: Firsts }> {
  const jpeg = new Uint8Array(await Bun.file(rendering).arrayBuffer());
  const clip = await writeClip([{ jpeg, frames: 30 }]);
  await using ours = await startSite(new URL("./ours-page.ts", import.meta.url));
  await using theirs = await serveMediaPipe(folder);
  const times = { ours: [] as Firsts[], mediaPipe: [] as Firsts[] };
  for (let run = 0; run < runs; run++) {
    times.ours.push(await openOnce(ours.url, clip));
    times.mediaPipe.push(await openOnce(theirs.url, clip));
  }
  return { ours: medians(times.ours), mediaPipe: medians(times.mediaPipe) };
}

async function openOnce(url: string, clip: string): Promise<Firsts> {
  const browser = await launchChromium({ clip });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => "measure" in globalThis);
    return await page.evaluate(
      (wanted) => (globalThis as unknown as { measure: (wanted: string) => Promise<Firsts> }).measure(wanted),
      letter,
    );
  } finally {
    await browser.close();
  }
}

/** The page with the packages beside it. fingerpose is bundled, because it is no module that browsers load. */
async function serveMediaPipe(folder: string): Promise<AsyncDisposable & { readonly url: string }> {
  const { outputs } = await Bun.build({
    entrypoints: [join(folder, "node_modules/fingerpose/dist/fingerpose.js")],
    target: "browser",
    minify: true,
  });
  const page = Bun.file(new URL("./mediapipe-page.html", import.meta.url));
  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname === "/") return new Response(page, { headers: { "content-type": "text/html" } });
      if (pathname === "/fingerpose.js")
        return new Response(outputs[0], { headers: { "content-type": "text/javascript" } });
      return new Response(Bun.file(join(folder, pathname)));
    },
    error: () => new Response("not found", { status: 404 }),
  });
  return { url: `http://127.0.0.1:${server.port}/`, [Symbol.asyncDispose]: () => server.stop(true) };
}

function medians(all: readonly Firsts[]): Firsts {
  const median = (values: number[]) => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
  return { hand: median(all.map(({ hand }) => hand)), letter: median(all.map((one) => one.letter)) };
}
