import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { sampleLetters } from "./sample-letters.ts";

const root = join(import.meta.dir, "../../..");
const renderings = join(root, "tests/fixtures/reference-hand");

/** Writes the example's program, its pictures, and the SDK's assets as an app gets them, into a folder. */
export async function buildLiveExample(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { outputs } = await Bun.build({
    entrypoints: [join(import.meta.dir, "live-example.ts")],
    target: "browser",
    minify: true,
  });
  const [program] = outputs;
  if (!program) throw new Error("expected one bundle of the live example");
  await Bun.write(join(folder, "live-example.js"), program);
  for (const letter of sampleLetters)
    await cp(join(renderings, `${letter}.jpg`), join(folder, "samples", `${letter}.jpg`));
  const command = join(root, "packages/client-sdk/dist/bin/signify-assets.mjs");
  const copy = Bun.spawn([process.execPath, command, join(folder, "signify")], {
    cwd: root,
    stdout: "ignore",
    stderr: "inherit",
  });
  if ((await copy.exited) !== 0) throw new Error("the SDK's assets could not be copied");
}
