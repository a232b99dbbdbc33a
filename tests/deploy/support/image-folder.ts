import { cpSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { ignoredByBuild, readContainerfile } from "./containerfile.ts";
import { deployPath } from "./deploy-file.ts";
import { runProgram } from "./program.ts";
import { createTemporaryFolder, type TemporaryFolder } from "./temporary-folder.ts";

const root = deployPath("..");
/** What `bun run build` makes. It is made here already. */
const built = ["models/hands/dist", "packages/web-demo/dist"];

/** A folder with the files of the image's `/signify`, made as the Containerfile says and by its own commands. */
export async function makeImageFolder(): Promise<TemporaryFolder & { readonly image: string }> {
  const folder = createTemporaryFolder();
  const [context, image] = [join(folder.path, "context"), join(folder.path, "image")];
  const { buildCommands, copies } = readContainerfile();
  const isIgnored = ignoredByBuild();
  cpSync(root, context, { recursive: true, filter: (path) => !isIgnored(relative(root, path)) });
  for (const path of built) cpSync(join(root, path), join(context, path), { recursive: true });

  const afterBuild = buildCommands.slice(1).join(" && ");
  // This Bun, with its cache: what the checkout was installed from is there, and nothing is fetched.
  const environment = [`HOME=${homedir()}`, `PATH=${dirname(process.execPath)}:${process.env.PATH}`];
  const { code, said } = await runProgram(
    "env",
    ...environment,
    "sh",
    "-c",
    `cd ${context} && ${afterBuild}`,
  );
  if (code !== 0) throw new Error(`The commands of the Containerfile failed: ${said}`);

  for (const { from, to } of copies) {
    for (const path of from) {
      // Several files into a folder, or one file or folder to a name of its own.
      const target = join(image, to.endsWith("/") ? join(to, basename(path)) : to);
      mkdirSync(dirname(target), { recursive: true });
      renameSync(join(context, path), target);
    }
  }
  if (!existsSync(image)) throw new Error("Expected the Containerfile to copy something into the image.");
  return { ...folder, image };
}
