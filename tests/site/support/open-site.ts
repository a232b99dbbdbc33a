import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The site as `bun run docs` writes it, and where it is shown. */
export type ShownSite = AsyncDisposable & { readonly url: string; readonly folder: string };

/** Writes the site and shows it. @throws Error with what the command said when it fails. */
export async function openSite(): Promise<ShownSite> {
  const child = Bun.spawn([process.execPath, "scripts/write-site.ts", "--serve", "0"], {
    cwd: root,
    stdout: "pipe",
    stderr: "pipe",
  });
  const complained = new Response(child.stderr).text();
  let said = "";
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    said += text;
    const [url] = /http:\/\/127\.0\.0\.1:\d+\//.exec(said) ?? [];
    if (!url) continue;
    return {
      url,
      folder: `${root}docs/dist`,
      async [Symbol.asyncDispose]() {
        child.kill();
        await child.exited;
      },
    };
  }
  throw new Error(`The site was not written:\n${said}\n${await complained}`);
}
