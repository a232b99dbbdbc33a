// Runs `bun ARGUMENTS…` on a machine that may have Node and npm but no Bun: the version named in package.json
// is fetched from the npm registry into .bun/ when the PATH does not have it, and the workspace is installed first.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager.split("@")[1];
const isWanted = (bun) => spawnSync(bun, ["--version"], { encoding: "utf8" }).stdout?.trim() === version;

/** The platform package holds the program itself, so npm need not run any install script. */
function fetchedBun() {
  const packages = join(root, ".bun", "node_modules", "@oven");
  const names = existsSync(packages) ? readdirSync(packages) : [];
  const programs = names.map((name) =>
    join(packages, name, "bin", process.platform === "win32" ? "bun.exe" : "bun"),
  );
  return programs.find((program) => existsSync(program) && isWanted(program));
}

function fetchBun() {
  console.error(`Bun ${version} is not on the PATH: fetching it into .bun/ …`);
  const npm = spawnSync(
    "npm",
    [
      "install",
      "--prefix",
      join(root, ".bun"),
      "--no-save",
      "--no-audit",
      "--no-fund",
      "--ignore-scripts",
      "--loglevel=error",
      `bun@${version}`,
    ],
    {
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    },
  );
  const bun = npm.status === 0 ? fetchedBun() : undefined;
  if (bun) return bun;
  console.error(`Could not fetch Bun ${version} with npm. Install it by hand, then run the command again.`);
  process.exit(1);
}

const bun = isWanted("bun") ? "bun" : (fetchedBun() ?? fetchBun());
const environment = {
  ...process.env,
  // ONNX Runtime would report to its makers.
  ORT_DISABLE_TELEMETRY: "1",
  PATH: bun === "bun" ? process.env.PATH : `${dirname(bun)}${delimiter}${process.env.PATH}`,
};

const install = spawnSync(bun, ["install", "--frozen-lockfile"], {
  cwd: root,
  env: environment,
  stdio: ["ignore", "ignore", "inherit"],
});
if (install.status !== 0) process.exit(install.status ?? 1);

// npm has already said what it runs; without --silent Bun would add a line of its own behind the command's last one.
const [verb, ...rest] = process.argv.slice(2);
const child = spawn(bun, verb === "run" ? [verb, "--silent", ...rest] : [verb, ...rest], {
  cwd: root,
  env: environment,
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
