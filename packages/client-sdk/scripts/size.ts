import { coreEntryLimit, entrySize } from "./entry-size.ts";

const { minified, gzipped, later } = await entrySize("index.ts");
process.stdout.write(
  `core entry: ${minified} bytes minified, ${gzipped} gzipped (at most ${coreEntryLimit}); on the first recognize() another ${later.gzipped}\n`,
);
if (gzipped > coreEntryLimit) {
  process.stderr.write("The core entry has become too large: look at what it imports.\n");
  process.exitCode = 1;
}
