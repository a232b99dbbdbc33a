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
const compiler = fileURLToPath(new URL("../../../node_modules/.bin/tsc", import.meta.url));
const hasNode = Bun.which("node") !== null;

/** Runs a command in a folder and answers its output and its exit code. */
function run(command: string[], folder: string): { text: string; exitCode: number } {
  const { exitCode, stdout, stderr } = Bun.spawnSync(command, { cwd: folder });
  return { text: stdout.toString() + stderr.toString(), exitCode };
}

describe("the published package", () => {
  let app: string;
  let dist: string;
  beforeAll(() => {
    dist = join(mkdtempSync(join(tmpdir(), "signify-build-")), "client-sdk");
    const built = run([process.execPath, "scripts/build.ts", dist], root);
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
        if (specifier !== "react" || !path.startsWith("react/"))
          expect([path, specifier]).toEqual([path, expect.stringMatching(/^\.\.?\//)]);
    }
  });

  test("says that React is the app's own, and that its hooks run in the browser", () => {
    const { peerDependencies, peerDependenciesMeta } = JSON.parse(
      readFileSync(`${dist}/package.json`, "utf8"),
    );
    expect(peerDependencies.react).toBe("^18.0.0 || ^19.0.0");
    expect(peerDependenciesMeta.react).toEqual({ optional: true });
    const hooks = readFileSync(`${dist}/react/index.js`, "utf8");
    expect(hooks).toStartWith('"use client";\n');
    expect(hooks).toContain('from "react"');
  });

  test("has the element as one file, which imports nothing and lies in the folder of the assets", () => {
    const script = readFileSync(`${dist}/assets/signify-camera.js`, "utf8");
    expect(new Bun.Transpiler({ loader: "js" }).scanImports(script)).toEqual([]);
    expect(script).toContain("import.meta.url");
  });

  test.skipIf(!hasNode)(`runs in Node, every entry point of it${hasNode ? "" : " (without Node)"}`, () => {
    writeFileSync(
      `${app}/app.js`,
      `import { connect, SignifyError } from "@signify/client-sdk";
       import { openCamera } from "@signify/client-sdk/camera";
       import { createHandTracker } from "@signify/client-sdk/hands";
       import { openOnDevice, recognizeCamera } from "@signify/client-sdk/on-device";
       import { drawHand } from "@signify/client-sdk/drawing";
       import { defineSignifyCamera } from "@signify/client-sdk/web-component";
       import { createFakeServer, fakeJpeg } from "@signify/client-sdk/testing";
       const server = createFakeServer({ onFrame: (_, server) => server.predict("B") });
       const client = await connect({ url: "ws://a", WebSocket: server.WebSocket });
       client.sendFrame(fakeJpeg());
       for await (const event of client.events()) if (event.type === "prediction") { console.log(event.letter); break; }
       client.close();
       await openCamera().catch((error) => console.log(error instanceof SignifyError, error.code));
       defineSignifyCamera();
       console.log(typeof createHandTracker, typeof openOnDevice, typeof recognizeCamera, typeof drawHand);`,
    );
    expect(run(["node", "app.js"], app)).toEqual({
      text: "B\ntrue unsupported\nfunction function function function\n",
      exitCode: 0,
    });
  });

  test.skipIf(!hasNode)("its hook is rendered on a server in Node, by the app's own React", () => {
    for (const name of ["react", "react-dom", "scheduler"])
      symlinkSync(join(root, "../../node_modules", name), `${app}/node_modules/${name}`);
    writeFileSync(
      `${app}/server.js`,
      `import { createElement } from "react";
       import { renderToString } from "react-dom/server";
       import { useSignify } from "@signify/client-sdk/react";
       const Practice = () => { const { state, video } = useSignify({ url: "/" }); return createElement("video", { ref: video, title: state }); };
       console.log(renderToString(createElement(Practice)));`,
    );
    expect(run(["node", "--preserve-symlinks", "server.js"], app)).toEqual({
      text: '<video title="off"></video>\n',
      exitCode: 0,
    });
  });

  test.skipIf(!hasNode)("recognizes a picture in Node, by the part that is loaded with the first one", () => {
    writeFileSync(
      `${app}/picture.js`,
      `import { connect } from "@signify/client-sdk";
       import { createFakeServer, fakeJpeg } from "@signify/client-sdk/testing";
       const server = createFakeServer({ onFrame: (_, server) => server.predict("B") });
       const client = await connect({ url: "ws://a", WebSocket: server.WebSocket });
       console.log((await client.recognize(fakeJpeg())).letter);
       await client.recognize({ width: 640, height: 480 }).catch((error) => console.log(error.code));
       client.close();`,
    );
    expect(run(["node", "picture.js"], app)).toEqual({ text: "B\nunsupported\n", exitCode: 0 });
    for (const path of new Bun.Glob("**/*.js").scanSync({ cwd: dist })) {
      if (!path.startsWith("assets/"))
        expect(readFileSync(join(dist, path), "utf8")).not.toContain("import.meta");
    }
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
       // @ts-expect-error neither a letter nor null
       client.setTarget(undefined);
       import { drawHand } from "@signify/client-sdk/drawing";
       import { useSignify } from "@signify/client-sdk/react";
       import { defineSignifyCamera, type SignifyCameraElement } from "@signify/client-sdk/web-component";
       export const Practice = () => useSignify({ url: "/", target: "b", camera: { facing: "user" } }).correction?.key;
       defineSignifyCamera();
       const element: SignifyCameraElement | null = document.querySelector("signify-camera");
       if (element) element.target = "A";
       export { drawHand, recognizeCamera, sendPictures };`,
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
