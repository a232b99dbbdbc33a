import { beforeAll, describe, expect, test } from "bun:test";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = `${root}dist`;
const compiler = fileURLToPath(new URL("../../../node_modules/.bin/tsc", import.meta.url));
const hasNode = Bun.which("node") !== null;

/** Runs a command in a folder and answers its output and its exit code. */
function run(command: string[], folder: string): { text: string; exitCode: number } {
  const { exitCode, stdout, stderr } = Bun.spawnSync(command, { cwd: folder });
  return { text: stdout.toString() + stderr.toString(), exitCode };
}

describe("the published package", () => {
  let app: string;
  beforeAll(() => {
    const built = run([process.execPath, "run", "build"], root);
    expect(built).toMatchObject({ exitCode: 0 });
    expect(built.text).not.toContain("publint:");
    app = mkdtempSync(join(tmpdir(), "signify-app-"));
    mkdirSync(`${app}/node_modules/@signify`, { recursive: true });
    symlinkSync(dist, `${app}/node_modules/@signify/client-sdk`);
    writeFileSync(`${app}/package.json`, '{ "type": "module" }');
  }, 120_000);

  test("mentions no package that its users do not have", () => {
    const manifest = JSON.parse(readFileSync(`${dist}/package.json`, "utf8"));
    expect(manifest.private).toBeUndefined();
    expect(manifest.dependencies).toBeUndefined();
    for (const path of new Bun.Glob("**/*.{js,d.ts}").scanSync({ cwd: dist })) {
      if (/^(assets|examples)\//.test(path)) continue;
      const imports = [...readFileSync(join(dist, path), "utf8").matchAll(/(?:from|import) ?"([^"]+)"/g)];
      for (const [, specifier] of imports)
        expect([path, specifier]).toEqual([path, expect.stringMatching(/^\.\.?\//)]);
    }
  });

  test.skipIf(!hasNode)(`runs in Node, every entry point of it${hasNode ? "" : " (without Node)"}`, () => {
    writeFileSync(
      `${app}/app.js`,
      `import { connect, SignifyError } from "@signify/client-sdk";
       import { openCamera } from "@signify/client-sdk/camera";
       import { createHandTracker } from "@signify/client-sdk/hands";
       import { openOnDevice, recognizeCamera } from "@signify/client-sdk/on-device";
       import { createFakeServer, fakeJpeg } from "@signify/client-sdk/testing";
       const server = createFakeServer({ onFrame: (_, server) => server.predict("B") });
       const client = await connect({ url: "ws://a", WebSocket: server.WebSocket });
       client.sendFrame(fakeJpeg());
       for await (const event of client.events()) if (event.type === "prediction") { console.log(event.letter); break; }
       client.close();
       await openCamera().catch((error) => console.log(error instanceof SignifyError, error.code));
       console.log(typeof createHandTracker, typeof openOnDevice, typeof recognizeCamera);`,
    );
    expect(run(["node", "app.js"], app)).toEqual({
      text: "B\ntrue unsupported\nfunction function function\n",
      exitCode: 0,
    });
  });

  test("has types that stand by themselves", () => {
    writeFileSync(
      `${app}/app.ts`,
      `import { connect, type PredictionEvent, type SignifyClient } from "@signify/client-sdk";
       import { sendPictures } from "@signify/client-sdk/camera";
       import { recognizeCamera } from "@signify/client-sdk/on-device";
       import { createFakeServer } from "@signify/client-sdk/testing";
       const client: SignifyClient = await connect({ url: "/", target: "a", WebSocket: createFakeServer().WebSocket });
       client.on("prediction", (event: PredictionEvent) => event.top[0]?.letter satisfies string | undefined);
       // @ts-expect-error not a letter
       client.setTarget("AB");
       export { recognizeCamera, sendPictures };`,
    );
    for (const resolution of ["bundler", "nodenext"]) {
      const options = ["--noEmit", "--strict", "--target", "esnext", "--lib", "esnext,dom"];
      const modules = [
        "--module",
        resolution === "bundler" ? "esnext" : resolution,
        "--moduleResolution",
        resolution,
      ];
      expect(run([compiler, ...options, ...modules, "app.ts"], app)).toEqual({
        text: "",
        exitCode: 0,
      });
    }
  }, 120_000);

  test.skipIf(!hasNode)("copies the assets into an app, and says what is not installed", () => {
    const bin = `${dist}/bin/signify-assets.mjs`;
    const without = run(["node", bin, "public"], app);
    expect(without.exitCode).toBe(1);
    expect(without.text).toContain("install @litertjs/core");
    const whole = run(["node", bin, `${app}/public`], root);
    expect(whole).toMatchObject({ exitCode: 0 });
    for (const name of [
      "hands-worker.js",
      "letters-worker.js",
      "litert_wasm_threaded_internal.wasm",
      "hand-landmark.tflite",
      "letters.onnx",
    ]) {
      expect(existsSync(`${app}/public/${name}`)).toBe(true);
      expect(JSON.parse(readFileSync(`${app}/public/assets.json`, "utf8"))[name]).toEqual({
        bytes: statSync(`${app}/public/${name}`).size,
        parts: [expect.stringMatching(new RegExp(`^${name}\\?[0-9a-f]{10}$`))],
      });
    }
  });
});
