// `bun run release [--dry-run]`: builds the SDK and publishes it with provenance, which npm gives to a runner of GitHub or
// GitLab alone. It publishes nothing that it finds fault with; a dry run says the faults and goes on without publishing.
import { join } from "node:path";
import { releaseFaults } from "./release-faults.ts";

const sdk = join(import.meta.dir, "..");
const root = join(sdk, "../..");
// Not what other programs read meanwhile; and in the tree, for source maps name their sources from where they lie.
const folder = join(sdk, "release/dist");
const isDry = process.argv.includes("--dry-run");

/** Runs a command with its output shown. @throws Error when it fails. */
async function run(command: string[], cwd: string): Promise<void> {
  const code = await Bun.spawn(command, { cwd, stdio: ["ignore", "inherit", "inherit"] }).exited;
  if (code !== 0) throw new Error(`${command.slice(0, 3).join(" ")} ended with code ${code}`);
}

const faults = releaseFaults({
  changed: await Bun.$`git status --porcelain`.cwd(root).text(),
  pending: await Array.fromAsync(new Bun.Glob("*.md").scan({ cwd: join(root, ".changeset") })),
  environment: process.env,
});
for (const fault of faults) process.stdout.write(`${isDry ? "would stop" : "stopped"}: ${fault}\n`);
if (faults.length > 0 && !isDry) process.exit(1);

await run([process.execPath, "run", "--silent", "build"], root);
await run([process.execPath, "scripts/build.ts", folder], sdk);
const { name, version } = await Bun.file(join(folder, "package.json")).json();
const publish = ["npm", "publish", "--access", "public", "--provenance", ...(isDry ? ["--dry-run"] : [])];
await run(publish, folder);
if (!isDry) await run(["git", "tag", `${name}@${version}`], root);
const outcome = isDry ? "would be published." : "is published: push its tag.";
process.stdout.write(`${name} ${version} ${outcome}\n`);
