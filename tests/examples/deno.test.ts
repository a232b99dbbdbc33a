import { expect, setDefaultTimeout, test } from "bun:test";
import { launchServer } from "@signify/server/launch";
import { installPackages } from "../support/npm/install-packages.ts";
import { longestTest } from "../support/npm/patience.ts";
import { hasRegistry, withoutRegistry } from "../support/npm/registry.ts";
import { installExample } from "./support/install-example.ts";

setDefaultTimeout(longestTest);

test.skipIf(!hasRegistry)(
  `the example for Deno reads photographs, and its types are right${withoutRegistry}`,
  async () => {
    await using server = await launchServer();
    using example = await installExample("deno");
    using packages = await installPackages({ deno: "2.9.6" });
    const deno = [`${packages.folder}/node_modules/.bin/deno`];
    const environment = { DENO_NO_UPDATE_CHECK: "1", DENO_DIR: `${packages.folder}/deno` };
    await example.runWell([...deno, "check", "read-photos.ts"], { environment });
    const photos = ["B", "L", "Y"].map((letter) => `photos/${letter}.jpg`);
    const command = [
      ...deno,
      "run",
      "--allow-net=127.0.0.1",
      "--allow-read=.",
      "read-photos.ts",
      server.url,
      ...photos,
    ];
    const output = await example.runWell(command, { environment });
    expect(output).toMatch(/^photos\/B.jpg B \d+ %\nphotos\/L.jpg L \d+ %\nphotos\/Y.jpg Y \d+ %\n$/);
  },
);
