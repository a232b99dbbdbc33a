import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { launchServer } from "@signify/server/launch";
import { longestTest } from "../support/npm/patience.ts";
import { hasRegistry, withoutRegistry } from "../support/npm/registry.ts";
import { runAmongReactNative } from "../support/react-native-globals.ts";
import { letterPicture } from "../web-demo/support/clips.ts";
import { bundleScreen } from "./react-native/bundle-screen.ts";
import { type Example, installExample } from "./support/install-example.ts";
import { installNode22, type Node22 } from "./support/node-22.ts";

setDefaultTimeout(longestTest);

/** The folder of the compiler's program for this machine. */
const hermesFolder = { linux: "linux64-bin", darwin: "osx-bin", win32: "win64-bin" }[
  process.platform as "linux"
];

/** What a file of Hermes's bytecode begins with. */
const hermesMagic = [0xc6, 0x1f, 0xbc, 0x03, 0xc1, 0x03, 0x19, 0x1f];

describe.skipIf(!hasRegistry)(`the example for React Native${withoutRegistry}`, () => {
  let example: Example;
  let node22: Node22;
  beforeAll(async () => {
    node22 = await installNode22();
    example = await installExample("react-native", { "react-test-renderer": "19.3.1" });
  });
  afterAll(() => {
    example?.[Symbol.dispose]();
    node22?.[Symbol.dispose]();
  });

  test("is right by the types of React Native and of the camera", async () => {
    await example.runWell(["node_modules/.bin/tsc"]);
  });

  test.each(["android", "ios"])("is bundled by Metro for %s, and compiled by Hermes", async (platform) => {
    const bundle = `${platform}.js`;
    await example.runWell(
      [
        // As React Native's own builds do it: Hermes needs nothing minified.
        ...["node_modules/.bin/react-native", "bundle", "--platform", platform, "--dev", "false"],
        ...["--minify", "false", "--entry-file", "index.js", "--bundle-output", bundle],
      ],
      { environment: { PATH: `${node22.folder}:${process.env.PATH}` } },
    );
    const program = await Bun.file(`${example.folder}/${bundle}`).text();
    expect(["session.start", "ws://10.0.2.2:8765"].filter((text) => !program.includes(text))).toEqual([]);
    const compiler = `node_modules/hermes-compiler/hermesc/${hermesFolder}/hermesc`;
    await example.runWell([compiler, "-emit-binary", "-O", "-w", "-out", "app.hbc", bundle]);
    const bytecode = await Bun.file(`${example.folder}/app.hbc`).bytes();
    expect([...bytecode.slice(0, 8)]).toEqual(hermesMagic);
  });

  test("its screen shows the letter that the camera sees, and keeps no frame", async () => {
    await using server = await launchServer();
    const phone = { jpeg: await Bun.file(letterPicture("L")).arrayBuffer(), framesInUse: 0 };
    const { useScreen } = runAmongReactNative(await bundleScreen(example.folder), { phone }) as {
      useScreen: (use: unknown) => Promise<string[]>;
    };
    const texts = await useScreen({ url: server.url, pause: Bun.sleep });
    expect(texts).toContainEqual(expect.stringMatching(/^L \d+ %$/));
    expect(phone.framesInUse).toBe(0);
  });
});
