// Compiles assembly/sample-region.ts into the module that holds its bytes: `bun run --cwd packages/vision assemble`.
import { assembleSampler } from "./assemble-sampler.ts";

const base64 = Buffer.from(await assembleSampler()).toString("base64");
const lines = base64.match(/.{1,100}/g) ?? [];
const module = `/** \`assembly/sample-region.ts\`, compiled by \`bun run --cwd packages/vision assemble\`: WebAssembly in base64. */
export const assembledSampler = \`
${lines.join("\n")}
\`;
`;
await Bun.write(new URL("../hands/sampling/assembled-sampler.ts", import.meta.url), module);
