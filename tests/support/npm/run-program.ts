import { longestProgram } from "./patience.ts";

/** How a program ended, and all that it wrote. */
export type ProgramResult = { exitCode: number; output: string };

/** Options of {@link runProgram}. */
export type ProgramOptions = {
  folder: string;
  environment?: Record<string, string>;
  /** Milliseconds after which it is killed. Default {@link longestProgram}. */
  patience?: number;
};

/** Runs a program to its end, as a user's shell does: nothing of the test's own environment but the path goes along. */
export async function runProgram(
  command: readonly string[],
  { folder, environment = {}, patience = longestProgram }: ProgramOptions,
): Promise<ProgramResult> {
  const child = Bun.spawn([...command], {
    cwd: folder,
    env: userEnvironment(environment),
    stdio: ["ignore", "pipe", "pipe"],
    timeout: patience,
    killSignal: "SIGKILL",
  });
  const [output, complaints, exitCode] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { exitCode, output: output + complaints };
}

/** Runs a program that has to go well. @throws Error with all that it wrote, when it does not */
export async function runWell(command: readonly string[], options: ProgramOptions): Promise<string> {
  const { exitCode, output } = await runProgram(command, options);
  if (exitCode !== 0) throw new Error(`${command.join(" ")} ended with ${exitCode}:\n${output}`);
  return output;
}

/** What a program finds of the environment: enough for npm and its settings, and no NODE_ENV of a test. */
export function userEnvironment(environment: Record<string, string> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      /^(PATH|HOME|TMPDIR|npm_config_.*|PIP_.*|https?_proxy|no_proxy|.*_CERTS?|SSL_.*)$/i.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), NO_COLOR: "1", ...environment };
}
