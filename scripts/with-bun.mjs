// Runs `bun ARGUMENTS…` on a machine that may have Node and npm but no Bun: the version named in package.json
// is fetched from the npm registry into .bun/ when the PATH does not have it, and the workspace is installed first.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager.split("@")[1];
const isWanted = (bun) => spawnSync(bun, ["--version"], { encoding: "utf8" }).stdout?.trim() === version;

/** What runs for us. Who sends a signal may know of us alone, so it is passed on, and nothing else is begun. */
let running;
let isStopping = false;
function stop(signal) {
  isStopping = true;
  running?.kill(signal);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));

// npm ends of a SIGHUP without passing it on; any other parent may end and leave us in the background.
const { npm_lifecycle_event: isNpmScript } = process.env;
if (isNpmScript) {
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    stop("SIGHUP");
  }, 200);
  watch.unref();
}

/** Runs a program to its end and answers its exit code. */
async function run(program, parameters, options) {
  running = spawn(program, parameters, { cwd: root, ...options });
  const code = await new Promise((resolve) => {
    running.on("error", () => resolve(1));
    running.on("exit", (code) => resolve(code ?? 1));
  });
  if (isStopping) process.exit(code);
  return code;
}

/** The platform package holds the program itself, so npm need not run any install script. */
function fetchedBun() {
  const packages = join(root, ".bun", "node_modules", "@oven");
  const names = existsSync(packages) ? readdirSync(packages) : [];
  const programs = names.map((name) =>
    join(packages, name, "bin", process.platform === "win32" ? "bun.exe" : "bun"),
  );
  return programs.find((program) => existsSync(program) && isWanted(program));
}

async function fetchBun() {
  console.error(`Bun ${version} is not on the PATH: fetching it into .bun/ …`);
  const code = await run(
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
  const bun = code === 0 ? fetchedBun() : undefined;
  if (bun) return bun;
  console.error(`Could not fetch Bun ${version} with npm. Install it by hand, then run the command again.`);
  process.exit(1);
}

const bun = isWanted("bun") ? "bun" : (fetchedBun() ?? (await fetchBun()));
const environment = {
  ...process.env,
  // ONNX Runtime would report to its makers.
  ORT_DISABLE_TELEMETRY: "1",
  PATH: bun === "bun" ? process.env.PATH : `${dirname(bun)}${delimiter}${process.env.PATH}`,
};

const installed = await run(bun, ["install", "--frozen-lockfile"], {
  env: environment,
  stdio: ["ignore", "ignore", "inherit"],
});
if (installed !== 0) process.exit(installed);

// npm has already said what it runs; without --silent Bun would add a line of its own behind the command's last one.
const [verb, ...rest] = process.argv.slice(2);
process.exit(
  await run(bun, verb === "run" ? [verb, "--silent", ...rest] : [verb, ...rest], {
    env: environment,
    stdio: "inherit",
  }),
);
