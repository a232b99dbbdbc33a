import { coreEntryLimit, entrySize } from "./entry-size.ts";

const { minified, gzipped } = await entrySize("index.ts");
console.log(`core entry: ${minified} bytes minified, ${gzipped} gzipped (at most ${coreEntryLimit})`);
if (gzipped > coreEntryLimit) {
  console.error("The core entry has become too large: look at what it imports.");
  process.exitCode = 1;
}
