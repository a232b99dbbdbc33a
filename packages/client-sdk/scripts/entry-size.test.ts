import { expect, test } from "bun:test";
import { coreEntryLimit, entrySize } from "./entry-size.ts";

test("the core entry is at most 8 kB gzipped, with all that it imports", async () => {
  const { gzipped } = await entrySize("index.ts");
  expect(gzipped).toBeLessThanOrEqual(coreEntryLimit);
});
