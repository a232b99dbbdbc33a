import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasPhotos, withoutPhotos } from "@signify/tools/photos";
import sharp from "sharp";
import { signingHand } from "../support/signing-hand.ts";
import { exactPhotos } from "./support/exact-photos.ts";

const examples = fileURLToPath(new URL("../../packages/client-sdk/examples/", import.meta.url));
const hasNode = Bun.which("node") !== null;
/** Three seconds: a busy machine reads a letter in them too. */
const frames = Array.from({ length: 90 }, (_, frame) => Array.from(signingHand(frame)));

let server: LaunchedServer;
beforeAll(async () => {
  server = await launchServer();
});
afterAll(() => server[Symbol.asyncDispose]());

/** Bundles a program into one script. */
async function bundle(
  source: string,
  options: { target: "node" | "browser"; format: "esm" | "iife" },
): Promise<string> {
  const { outputs } = await Bun.build({ entrypoints: [source], ...options });
  return (await outputs[0]?.text()) ?? "";
}

/** Runs a command and answers its output, which is also shown. */
async function output(command: string[]): Promise<{ text: string; exitCode: number }> {
  const child = Bun.spawn(command, { stdout: "pipe", stderr: "inherit" });
  const text = await new Response(child.stdout).text();
  process.stderr.write(text);
  return { text, exitCode: await child.exited };
}

describe("the example for Bun", () => {
  test.skipIf(!hasPhotos)(
    `reads the letters in photos${withoutPhotos}`,
    async () => {
      const photos = await exactPhotos(["A-f1.jpg", "B-f1.jpg", "L-f1.jpg", "Y-f1.jpg", "A-t9.jpg"]);
      const { text, exitCode } = await output([
        ...[process.execPath, `${examples}bun/read-photos.ts`, server.url],
        ...photos.values(),
      ]);
      expect(exitCode).toBe(0);
      expect(text).toContain("B-f1.jpg B (");
      expect(text).toContain("A-t9.jpg no hand");
    },
    60_000,
  );
});

describe.skipIf(!hasNode)(`the example for Node${hasNode ? "" : " (without Node)"}`, () => {
  const folder = mkdtempSync(join(tmpdir(), "signify-node-"));
  const program = join(folder, "practice.mjs");
  const points = join(folder, "points.json");
  beforeAll(async () => {
    writeFileSync(program, await bundle(`${examples}node/practice.ts`, { target: "node", format: "esm" }));
    writeFileSync(points, JSON.stringify(frames));
  });

  test("sends hand points and prints letters", async () => {
    const { text, exitCode } = await output(["node", program, server.url, "B", points]);
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^connected, model \S+ \S+\nbest [A-Z], B \d+ %/);
  }, 60_000);

  test("ends with a sentence when there is no server", async () => {
    const { exitCode } = await output(["node", program, "ws://127.0.0.1:9", "B", points]);
    expect(exitCode).toBe(1);
  }, 60_000);
});

describe("among React Native's globals", () => {
  test("an app sends base64 pictures and hand points, and gets letters, also by recognize", async () => {
    const source = fileURLToPath(new URL("./programs/react-native-app.ts", import.meta.url));
    const program = await bundle(source, { target: "browser", format: "iife" });
    const context = createContext(reactNativeGlobals());
    context.globalThis = context;
    runInContext(withoutNewer + program, context);
    const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#888" } })
      .jpeg()
      .toBuffer();
    const told: string[] = await context.runApp({
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

/** Hermes does not have these. */
const withoutNewer = `
  delete Symbol.asyncDispose;
  delete Symbol.dispose;
  delete Promise.withResolvers;
  delete Array.prototype.toSorted;
`;

/** What React Native gives to a program besides the language: no DOM, no text encoders, no URL, no crypto. */
function reactNativeGlobals(): Record<string, unknown> & { runApp: (app: unknown) => Promise<string[]> } {
  return {
    ...{ setTimeout, clearTimeout, queueMicrotask, console },
    performance: { now: () => performance.now() },
    WebSocket: ReactNativeWebSocket,
    AbortController: ReactNativeAbortController,
    runApp: () => Promise.reject(new Error("expected the program to define it")),
  };
}

/** Its WebSocket sends text, buffers and views, and never says how much it has buffered. */
class ReactNativeWebSocket {
  #socket: WebSocket;
  bufferedAmount: number | undefined;
  onopen: ((event: unknown) => void) | null = null;
  onmessage: ((event: unknown) => void) | null = null;
  onclose: ((event: unknown) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;

  constructor(url: string) {
    this.#socket = new WebSocket(url);
    this.#socket.onopen = () => this.onopen?.({});
    this.#socket.onmessage = ({ data }) => this.onmessage?.({ data });
    this.#socket.onclose = ({ code, reason }) => this.onclose?.({ code, reason });
    this.#socket.onerror = () => this.onerror?.({ message: "failed" });
  }

  set binaryType(type: BinaryType) {
    if (type !== "arraybuffer") throw new Error("expected arraybuffer: blobs need a native module");
    this.#socket.binaryType = type;
  }

  send(data: string | ArrayBuffer): void {
    const isBuffer = Object.prototype.toString.call(data) === "[object ArrayBuffer]";
    if (typeof data !== "string" && !isBuffer) throw new Error("Unsupported data type");
    this.#socket.send(data);
  }

  close(code?: number): void {
    this.#socket.close(code);
  }
}

/** Its signals do not know why they were aborted. */
class ReactNativeAbortController {
  signal = Object.assign(new EventTarget(), { aborted: false });

  abort(): void {
    this.signal.aborted = true;
    this.signal.dispatchEvent(new Event("abort"));
  }
}
