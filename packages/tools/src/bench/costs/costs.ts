import { measureBytes } from "./bytes.ts";
import { measureEngine } from "./engine-costs.ts";
import { measureProxy } from "./proxy-costs.ts";
import { measureServerCosts } from "./server-costs.ts";
import { measureVisionCosts } from "./vision-costs.ts";

// What a frame costs each part of a cluster: processor time, which a busy machine changes less than the time that passes, and bytes.
// `bun packages/tools/src/bench/costs/costs.ts`, after `bun run build`; needs Linux, nats-server, nginx and openssl.

const parts = {
  bytes: measureBytes,
  vision: measureVisionCosts,
  server: measureServerCosts,
  engine: measureEngine,
  proxy: measureProxy,
};
for (const [part, measure] of Object.entries(parts)) {
  console.log(JSON.stringify({ [part]: await measure() }));
}
process.exit(0);
