import { expect, setDefaultTimeout, test } from "bun:test";
import { launchServer } from "@signify/server/launch";
import { hasChromium, withoutChromium } from "@signify/tools/browser";
import { freePort } from "@signify/tools/processes";
import { longestTest } from "../support/npm/patience.ts";
import { hasRegistry, withoutRegistry } from "../support/npm/registry.ts";
import { installExample } from "./support/install-example.ts";
import { practiceInChromium } from "./support/practice-in-chromium.ts";
import { serveProgram } from "./support/serve-program.ts";

setDefaultTimeout(longestTest);

const missing = withoutRegistry + withoutChromium;

test.skipIf(!hasRegistry || !hasChromium)(
  `the example for Vite and React is built, and reads a letter in Chromium${missing}`,
  async () => {
    await using server = await launchServer();
    using example = await installExample("vite-react");
    await example.runWell(["npm", "run", "build"]);
    await using site = await serveProgram(
      [
        "node_modules/.bin/vite",
        "preview",
        "--host",
        "127.0.0.1",
        "--port",
        String(freePort()),
        "--strictPort",
      ],
      { folder: example.folder, environment: { SIGNIFY_SERVER: server.page } },
    );
    expect(await practiceInChromium(site.address)).toEqual({ faults: [], isIsolated: true });
  },
);
