/** Something that a vision process does without, by a program that takes it away and then becomes the process itself. */
export type Restraint = { name: string; command: readonly string[] };

/** What looks at strangers' pictures needs none of this. All programs are of util-linux and need no root. */
const restraints: readonly Restraint[] = [
  { name: "no new privileges", command: ["setpriv", "--no-new-privs"] },
  { name: "no network", command: ["unshare", "--user", "--map-current-user", "--net"] },
  {
    name: "no file written, no core dump, 256 files open",
    command: ["prlimit", "--fsize=0:0", "--core=0:0", "--nofile=256:256"],
  },
];

/** Whether a command can be run here and ends well. */
type Try = (command: readonly string[]) => boolean;

/**
 * The restraints that this machine grants, in the order in which they are put in front of a program: none outside of
 * Linux, fewer where a container or a distribution forbids namespaces. Each is tried once, behind those before it.
 */
export function findRestraints(canRun: Try = tryCommand): Restraint[] {
  const granted: Restraint[] = [];
  for (const restraint of restraints) {
    const command = [...granted, restraint].flatMap((one) => one.command);
    if (canRun([...command, process.execPath, "--revision"])) granted.push(restraint);
  }
  return granted;
}

function tryCommand(command: readonly string[]): boolean {
  try {
    return Bun.spawnSync([...command], { stdio: ["ignore", "ignore", "ignore"] }).exitCode === 0;
  } catch {
    return false; // There is no such program.
  }
}
