import { expect, setDefaultTimeout, test } from "bun:test";
import { launchServer } from "@signify/server/launch";
import { longestTest } from "../support/npm/patience.ts";
import { hasRegistry, withoutRegistry } from "../support/npm/registry.ts";
import { installExample } from "./support/install-example.ts";

setDefaultTimeout(longestTest);

test.skipIf(!hasRegistry)(
  `the example for Bun reads photographs, and its types are right${withoutRegistry}`,
  async () => {
    await using server = await launchServer();
    using example = await installExample("bun");
    await example.runWell([process.execPath, "run", "--silent", "types"]);
    const photos = ["B", "L", "Y"].map((letter) => `photos/${letter}.jpg`);
    const output = await example.runWell([process.execPath, "read-photos.ts", server.url, ...photos]);
    expect(output).toMatch(/^photos\/B.jpg B \d+ %\nphotos\/L.jpg L \d+ %\nphotos\/Y.jpg Y \d+ %\n$/);
  },
);
