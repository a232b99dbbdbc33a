import { afterAll, describe, expect, test } from "bun:test";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { letterModelPaths } from "@signify/models";
import { launchInVain, launchServer } from "@signify/server/launch";
import { copyCheckout } from "../support/copy-checkout.ts";

/** What stops a start, always in one sentence on standard error and with exit code 1. */

/** One line, and not a stack trace. */
const oneSentence = /^[^\n]+\n$/;

describe("a bad setting", () => {
  test.each<[Record<string, string>, string]>([
    [{ WEBSOCKET_PORT: "MARKER" }, "WEBSOCKET_PORT must be a whole number from 0 to 65535."],
    [{ PORT: "70000" }, "PORT must be a whole number from 0 to 65535."],
    [{ MAX_NUM_HANDS: "3" }, "MAX_NUM_HANDS must be a whole number from 1 to 2."],
    [{ THROTTLE_PROBABILITY_THRESHOLD: "2" }, "THROTTLE_PROBABILITY_THRESHOLD must be a number from 0 to 1."],
    [{ TRUST_PROXY: "MARKER" }, "TRUST_PROXY must be true or false."],
    [{ MIN_FRAMES: "20", KEYPOINT_BUFFER_SIZE: "10" }, "MIN_FRAMES must not be greater than"],
  ])("%o", async (environment, sentence) => {
    const { code, output, complaints } = await launchInVain({ environment });
    expect(code).toBe(1);
    expect(complaints).toMatch(oneSentence);
    expect(complaints).toContain(sentence);
    expect(complaints).not.toContain("MARKER");
    expect(output).toBe("");
  });
});

test("a port that is taken", async () => {
  await using server = await launchServer({ ready: false });
  const { code, complaints } = await launchInVain({ environment: { WEBSOCKET_PORT: String(server.port) } });
  expect(code).toBe(1);
  expect(complaints).toBe(`Port ${server.port} is taken: set WEBSOCKET_PORT to a free one.\n`);
});

test("a host that is none of this machine's", async () => {
  const { code, complaints } = await launchInVain({ environment: { WEBSOCKET_HOST: "192.0.2.1" } });
  expect(code).toBe(1);
  expect(complaints).toBe("The server cannot listen: set WEBSOCKET_HOST to an address of this machine.\n");
});

describe("a missing model file", () => {
  const copy = copyCheckout();
  const { program, models } = copy;
  const model = join(models, "letters", letterModelPaths().model.split("/").at(-1) ?? "");
  afterAll(() => copy.remove());

  test("nothing is missing: it serves, also from a folder with a space in its name", async () => {
    await using server = await launchServer({ program });
    server.signal("SIGTERM");
    expect(await server.exited).toBe(0);
  });

  test("the letter model: the server does not start, and says so; there is no mode without it", async () => {
    rmSync(model);
    const { code, output, complaints } = await launchInVain({ program });
    expect(code).toBe(1);
    expect(complaints).toMatch(oneSentence);
    expect(complaints).toContain("letters.onnx");
    expect(output).toBe("");
  });

  test("the hand networks: the server does not start, and says how to build them", async () => {
    cpSync(letterModelPaths().model, model);
    rmSync(join(models, "hands/dist"), { recursive: true });
    const { code, output, complaints } = await launchInVain({ program });
    expect(code).toBe(1);
    expect(complaints).toMatch(oneSentence);
    expect(complaints).toContain("build");
    expect(output).toBe("");
  });
});
