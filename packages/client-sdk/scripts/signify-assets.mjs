#!/usr/bin/env node
// Copies the files that an app serves for hands and letters on the device into one folder, with a manifest of their sizes
// and contents: addresses made of it may be kept by browsers for good.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const usage = `Usage: signify-assets FOLDER

Copies the files that hands and letters on the device need into FOLDER, for example public/signify, and writes
assets.json beside them. Install @litertjs/core first, which finds hands.
`;
const [folder, ...more] = process.argv.slice(2);
const asked = ["--help", "-h"].includes(folder);
if (!folder || folder.startsWith("-") || more.length > 0) {
  (asked ? process.stdout : process.stderr).write(usage);
  process.exit(asked ? 0 : 1);
}

const own = fileURLToPath(new URL("../assets/", import.meta.url));
const app = createRequire(join(process.cwd(), "package.json"));
const wasm = [
  ...["_threaded", "", "_compat"].flatMap((build) => [
    `@litertjs/core/wasm/litert_wasm${build}_internal.js`,
    `@litertjs/core/wasm/litert_wasm${build}_internal.wasm`,
  ]),
];

mkdirSync(folder, { recursive: true });
const manifest = {};
const copy = (from, name) => {
  copyFileSync(from, join(folder, name));
  const content = readFileSync(from);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  manifest[name] = { bytes: content.length, parts: [`${name}?${hash}`] };
  process.stdout.write(`${join(folder, name)}  ${(content.length / 2 ** 20).toFixed(1)} MiB\n`);
};
for (const name of readdirSync(own)) copy(join(own, name), name);
for (const specifier of wasm) {
  const name = specifier.slice(specifier.lastIndexOf("/") + 1);
  try {
    copy(app.resolve(specifier), name);
  } catch {
    const [missing] = /^(@[^/]+\/)?[^/]+/.exec(specifier);
    process.stderr.write(
      `${name} was not copied: install ${missing} in ${resolve(".")} to find hands on the device.\n`,
    );
    process.exitCode = 1;
  }
}
writeFileSync(join(folder, "assets.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
