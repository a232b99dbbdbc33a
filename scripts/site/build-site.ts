import { rm } from "node:fs/promises";
import { join } from "node:path";
import { asyncApiDocument } from "@signify/core/protocol";
import { launchServer } from "@signify/server/launch";
import { type HttpDescription, httpPage } from "./http-page.ts";
import { buildLiveExample } from "./live-example/build-live-example.ts";
import { type ProtocolDescription, protocolPage } from "./protocol-page.ts";
import { writePages } from "./write-pages.ts";

const root = join(import.meta.dir, "../..");

/**
 * Builds the site for developers from what `bun run build` has made: guides, reference of the API and of the protocols, and
 * an example that reads letters. Nothing of it is loaded from elsewhere.
 *
 * @param folder where the site is written, in place of what is there
 * @throws Error with TypeDoc's words when a symbol or a member of one has no doc comment, or a link leads nowhere
 */
export async function buildSite(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const made = join(import.meta.dir, "dist");
  const { version } = await Bun.file(join(root, "packages/client-sdk/package.json")).json();
  const asyncapi = asyncApiDocument(version);
  const openapi = await askForOpenApi();
  const files = {
    "asyncapi.json": JSON.stringify(asyncapi, undefined, 2),
    "openapi.json": JSON.stringify(openapi, undefined, 2),
    "protocol.md": protocolPage(asyncapi as ProtocolDescription),
    "http.md": httpPage(openapi),
  };
  for (const [name, text] of Object.entries(files)) await Bun.write(join(made, name), text);
  await writePages(
    folder,
    ["protocol.md", "http.md"].map((name) => join(made, name)),
  );
  await buildLiveExample(join(folder, "live"));
  await rm(made, { recursive: true });
}

/** What a server says of itself: its routes are written down nowhere else. */
async function askForOpenApi(): Promise<HttpDescription> {
  await using server = await launchServer();
  return (await fetch(new URL("/openapi", server.page))).json() as Promise<HttpDescription>;
}
