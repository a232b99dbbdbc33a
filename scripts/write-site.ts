// Writes the site for developers, of what `bun run build` has made, to docs/dist or `--folder PATH`. With `--serve` it is
// shown on this machine, on port 8080 or `--port N`.
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { oneAtATime } from "./one-at-a-time.ts";
import { buildSite } from "./site/build-site.ts";
import { serveSite } from "./site/serve-site.ts";

const root = join(import.meta.dir, "..");
const { values } = parseArgs({
  options: {
    folder: { type: "string", default: join(root, "docs/dist") },
    serve: { type: "boolean", default: false },
    port: { type: "string", default: "8080" },
  },
});
const start = performance.now();
await oneAtATime(join(root, "node_modules/.cache/site.lock"), () => buildSite(values.folder));
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(`${relative(root, values.folder)}/index.html was written in ${seconds} s`);
if (values.serve) console.log(serveSite(values.folder, Number(values.port)).url);
