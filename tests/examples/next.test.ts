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
  `the example for Next is rendered on the server, and reads a letter in Chromium${missing}`,
  async () => {
    await using server = await launchServer();
    using example = await installExample("next");
    const environment = { NEXT_TELEMETRY_DISABLED: "1", SIGNIFY_SERVER: server.url };
    await example.runWell(["npm", "run", "build"], { environment });
    const port = String(freePort());
    await using site = await serveProgram(
      ["node_modules/.bin/next", "start", "--hostname", "127.0.0.1", "--port", port],
      { folder: example.folder, environment },
    );
    const html = await (await fetch(site.address)).text();
    expect(html).toContain("<h1>Fingerspelling practice</h1>");
    expect(html).toMatch(/<button type="button">Start<\/button>.*<p role="status">Sign (<!-- -->)?A<\/p>/s);
    expect(await practiceInChromium(site.address)).toEqual({ faults: [], isIsolated: true });
  },
);
