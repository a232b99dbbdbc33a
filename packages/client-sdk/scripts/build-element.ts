import { fileURLToPath } from "node:url";

/** The name of the element's script. */
export const elementScript = "signify-camera.js";

/** Bundles the script that makes `<signify-camera>` known, with all that it imports, and answers its path. */
export async function buildElement(folder: string): Promise<string> {
  const { outputs } = await Bun.build({
    entrypoints: [fileURLToPath(new URL("../src/web-component/script.ts", import.meta.url))],
    target: "browser",
    format: "esm",
    minify: true,
  });
  const [bundle] = outputs;
  if (!bundle) throw new Error("expected one bundle of the element's script");
  const path = `${folder}/${elementScript}`;
  await Bun.write(path, bundle);
  return path;
}
