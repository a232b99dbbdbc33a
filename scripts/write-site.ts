// Writes the site for developers, of what `bun run build` has made. With `--serve [PORT]` it is shown on this machine.
import { join, relative } from "node:path";
import { buildSite } from "./site/build-site.ts";
import { serveSite } from "./site/serve-site.ts";

const root = join(import.meta.dir, "..");
const folder = join(root, "docs/dist");
const [option, port = "8080"] = process.argv.slice(2);
const start = performance.now();
await buildSite(folder);
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(`${relative(root, folder)}/index.html was written in ${seconds} s`);
if (option === "--serve") console.log(serveSite(folder, Number(port)).url);
