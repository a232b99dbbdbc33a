import { fileURLToPath } from "node:url";
import { visionEnvironment } from "./vision-environment.ts";
import { visionView } from "./vision-view.ts";

/** Something that a vision process does without, by a program that takes it away and then becomes the process itself. */
export type Restraint = { name: string; command: readonly string[] };

const beside = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const own = (program: string) => [process.execPath, "--no-env-file", beside(program)];

/**
 * What looks at strangers' pictures needs none of this, and taking it away needs no root. The system's programs are of
 * util-linux; they come first, because behind our own neither they nor any other program can be run.
 */
const restraints: readonly Restraint[] = [
  { name: "no new privileges", command: ["setpriv", "--no-new-privs"] },
  { name: "no network", command: ["unshare", "--user", "--map-current-user", "--net"] },
  // Other users have none; root's would outlive a new user namespace as rights within it.
  ...(process.getuid?.() === 0
    ? [{ name: "no capabilities", command: ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] }]
    : []),
  { name: "first to end when memory runs out", command: ["choom", "--adjust", "500", "--"] },
  {
    name: "no file written, no core dump, 256 files open",
    command: ["prlimit", "--fsize=0:0", "--core=0:0", "--nofile=256:256"],
  },
  {
    name: "no files read but its own and the system's libraries",
    command: [...own("./restrict-files-main.ts"), JSON.stringify(visionView)],
  },
  { name: "no sockets, no other processes", command: own("./restrict-calls-main.ts") },
];

/** Whether a command can be run here and ends well. */
type Try = (command: readonly string[]) => Promise<boolean>;

/**
 * The restraints that this machine grants, in the order in which they are put in front of a program: none outside of
 * Linux, fewer where a container or a distribution forbids them. All are tried at once, and where that fails each
 * behind those before it: on a program that loads the libraries of a vision process.
 */
export async function findRestraints(canRun: Try = tryCommand): Promise<Restraint[]> {
  const works = (some: readonly Restraint[]) =>
    canRun([...some.flatMap(({ command }) => command), ...own("./vision-trial-main.ts")]);
  if (await works(restraints)) return [...restraints];
  const granted: Restraint[] = [];
  for (const restraint of restraints) {
    if (await works([...granted, restraint])) granted.push(restraint);
  }
  return granted;
}

/** Milliseconds after which a command that has not ended is as good as none. */
const patience = 10_000;

async function tryCommand(command: readonly string[]): Promise<boolean> {
  try {
    const { exited } = Bun.spawn([...command], {
      env: visionEnvironment,
      stdio: ["ignore", "ignore", "ignore"],
      timeout: patience,
      killSignal: "SIGKILL",
    });
    return (await exited) === 0;
  } catch {
    return false; // There is no such program.
  }
}
