import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The site as `bun run docs` writes it, and where it is shown. */
export type ShownSite = AsyncDisposable & { readonly url: string; readonly folder: string };

/** Writes the site and shows it. @throws Error with what the command said when it fails. */
export async function openSite(): Promise<ShownSite> {
  const folder = mkdtempSync(join(tmpdir(), "signify-site-"));
  const options = ["--folder", folder, "--serve", "--port", "0"];
  const child = Bun.spawn([process.execPath, "scripts/write-site.ts", ...options], {
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
      folder,
      async [Symbol.asyncDispose]() {
        child.kill();
        await child.exited;
        rmSync(folder, { recursive: true });
      },
    };
  }
  throw new Error(`The site was not written:\n${said}\n${await complained}`);
}
