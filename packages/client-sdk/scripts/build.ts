import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { handModelPaths, handRangesPath, letterModelPaths } from "@signify/models";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import source from "../package.json" with { type: "json" };
import { assetNames } from "../src/workers/asset-address.ts";
import { buildCommonJs } from "./build-commonjs.ts";
import { buildElement } from "./build-element.ts";
import { buildTypes } from "./build-types.ts";
import { buildWorkers } from "./build-workers.ts";
import { entries } from "./entries.ts";
import { originOf } from "./origin.ts";
import { writeLetterModel } from "./write-letter-model.ts";

// Builds what is published, in dist/ or the folder that is named: a package of its own, with JavaScript, types, workers and
// models.

const root = fileURLToPath(new URL("..", import.meta.url));
const [, , dist = `${root}dist`] = process.argv;

rmSync(dist, { recursive: true, force: true });
mkdirSync(`${dist}/assets`, { recursive: true });

await Bun.build({
  entrypoints: entries.map(({ source }) => root + source),
  root: `${root}src`,
  outdir: dist,
  target: "browser",
  format: "esm",
  splitting: true,
  // Whoever bundles an app preloads its parts; and not every runtime knows import.meta.
  modulePreload: false,
  external: Object.keys(source.peerDependencies),
  sourcemap: "linked",
});
// Frameworks that render on a server run an entry that says so in the browser.
const hooks = Bun.file(`${dist}/react/index.js`);
await Bun.write(hooks, `"use client";\n${(await hooks.text()).replace(/^"use client";\n/, "")}`);

const sources = entries.map(({ source }) => source);
buildTypes(`${dist}/types`, sources);
await buildCommonJs(`${dist}/cjs`, `${dist}/types`, sources);

await buildWorkers(`${dist}/assets`);
await buildElement(`${dist}/assets`);
const models = [
  [handModelPaths().palmDetectionTflite, assetNames.handsPalmsModel],
  [handModelPaths().handLandmarkTflite, assetNames.handsModel],
  [letterModelPaths().metadata, assetNames.lettersDescription],
  [handRangesPath(), assetNames.handRanges],
] as const;
writeLetterModel(`${dist}/assets/${assetNames.lettersModel}`);
for (const [path, name] of models) if (existsSync(path)) cpSync(path, `${dist}/assets/${name}`);
cpSync(`${root}scripts/signify-assets.mjs`, `${dist}/bin/signify-assets.mjs`);
for (const name of ["README.md", "CHANGELOG.md"]) cpSync(`${root}${name}`, `${dist}/${name}`);
cpSync(`${root}docs`, `${dist}/docs`, { recursive: true });
cpSync(`${root}examples`, `${dist}/examples`, { recursive: true, filter: (path) => !isInstalled(path) });
for (const name of ["frames.json", "texts.json", "README.md"])
  cpSync(`${root}../../tests/vectors/${name}`, `${dist}/vectors/${name}`);
for (const name of ["LICENSE", "NOTICE"]) cpSync(`${root}../../${name}`, `${dist}/${name}`);

const { name, version, description, license, type, sideEffects, peerDependencies, peerDependenciesMeta } =
  source;
const manifest = {
  ...{ name, version, description, license, type, sideEffects },
  keywords: [
    ...["asl", "fingerspelling", "sign-language", "sign-language-recognition", "accessibility"],
    ...["hand-tracking", "hand-landmarks", "on-device", "webcam", "websocket"],
  ],
  ...originOf(process.env),
  engines: { node: ">=20" },
  files: ["**/*", "!*.tgz"],
  bin: { "signify-assets": "bin/signify-assets.mjs" },
  exports: Object.fromEntries(
    entries.map(({ name, source }) => {
      const path = source.replace(/\.ts$/, "");
      const [types, code] = [`types/client-sdk/${path}.d.ts`, `${path.slice(4)}.js`];
      return [
        name,
        {
          import: { types: `./${types}`, default: `./${code}` },
          require: { types: `./cjs/${types}`, default: `./cjs/${code}` },
        },
      ];
    }),
  ),
  ...{ peerDependencies, peerDependenciesMeta },
};
writeFileSync(`${dist}/package.json`, `${JSON.stringify(manifest, undefined, 2)}\n`);

const { messages } = await publint({ pkgDir: dist, strict: true, pack: false });
for (const message of messages) process.stderr.write(`publint: ${formatMessage(message, manifest)}\n`);
if (messages.length > 0) process.exitCode = 1;

/** What whoever tries an example in place leaves behind. */
function isInstalled(path: string): boolean {
  const made = [
    "node_modules",
    "package-lock.json",
    "dist",
    ".next",
    "next-env.d.ts",
    "public",
    "signify",
    "__pycache__",
  ];
  return made.includes(basename(path));
}
