import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { fileURLToPath } from "node:url";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import sharp from "sharp";
import { runAmongReactNative } from "../support/react-native-globals.ts";
import { signingHand } from "../support/signing-hand.ts";

/** Three seconds: a busy machine reads a letter in them too. */
const frames = Array.from({ length: 90 }, (_, frame) => Array.from(signingHand(frame)));

let server: LaunchedServer;
beforeAll(async () => {
  server = await launchServer();
});
afterAll(() => server[Symbol.asyncDispose]());

describe("among React Native's globals", () => {
  test("an app sends base64 pictures and hand points, and gets letters, also by recognize", async () => {
    const source = fileURLToPath(new URL("./programs/react-native-app.ts", import.meta.url));
    const { outputs } = await Bun.build({ entrypoints: [source], target: "browser", format: "iife" });
    const program = (await outputs[0]?.text()) ?? "";
    const { runApp } = runAmongReactNative(program) as { runApp: (app: unknown) => Promise<string[]> };
    const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#888" } })
      .jpeg()
      .toBuffer();
    const told = await runApp({
      url: server.url,
      picture: jpeg.toString("base64"),
      frames,
      pause: Bun.sleep,
    });
    expect(new Set(told)).toEqual(
      new Set([
        "no-hand",
        "recognized: null",
        "filling",
        "tracking",
        "prediction for B",
        "prediction for C",
        "closed",
        "bad-address",
      ]),
    );
  }, 60_000);
});
