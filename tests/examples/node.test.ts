import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { longestTest } from "../support/npm/patience.ts";
import { hasRegistry, withoutRegistry } from "../support/npm/registry.ts";
import { type Example, installExample } from "./support/install-example.ts";
import { installNode22, type Node22 } from "./support/node-22.ts";

setDefaultTimeout(longestTest);

describe.skipIf(!hasRegistry)(`the example for Node${withoutRegistry}`, () => {
  let server: LaunchedServer;
  let example: Example;
  let node22: Node22;
  beforeAll(async () => {
    [server, example, node22] = await Promise.all([launchServer(), installExample("node"), installNode22()]);
  });
  afterAll(async () => {
    example?.[Symbol.dispose]();
    node22?.[Symbol.dispose]();
    await server?.[Symbol.asyncDispose]();
  });

  const nodes = [
    ["of this machine", () => "node"],
    ["22", () => `${node22.folder}/node`],
  ] as const;

  test.each(nodes)("Node %s sends hand points until the letter is shown", async (_, node) => {
    const output = await example.runWell([node(), "practice.js", server.url, "L", "hand.json"]);
    expect(output).toMatch(/^connected, model \S+ \S+\n(best [A-Z], L \d+ %\n)+L is shown\n$/);
  });

  test.each(nodes)("Node %s reads photographs", async (_, node) => {
    const photos = ["B", "L", "Y"].map((letter) => `photos/${letter}.jpg`);
    const output = await example.runWell([node(), "read-photos.js", server.url, ...photos]);
    expect(output).toMatch(/^photos\/B.jpg B \d+ %\nphotos\/L.jpg L \d+ %\nphotos\/Y.jpg Y \d+ %\n$/);
  });

  test("without a server it ends with a sentence", async () => {
    const { exitCode, output } = await example.run([
      "node",
      "practice.js",
      "ws://127.0.0.1:9",
      "L",
      "hand.json",
    ]);
    expect(exitCode).toBe(1);
    expect(output).toMatch(/^[a-z-]+: [A-Z].*\.\n$/);
  });
});
