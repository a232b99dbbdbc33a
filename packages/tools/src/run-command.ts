/**
 * Runs a command: a fault ends it with one message on standard error and exit code 1, so that standard output holds
 * results only.
 */
export async function runCommand(usage: string, run: () => Promise<"done" | "usage">): Promise<never> {
  try {
    if ((await run()) === "usage") process.stdout.write(`${usage}\n`);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
