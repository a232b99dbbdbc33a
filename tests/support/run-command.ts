import { fileURLToPath } from "node:url";

/** How a command ended. */
export type CommandResult = { code: number; output: string; complaints: string };

/** Runs `recognize` or `evaluate` as a user does, without turbo in front of it. */
export async function runCommand(
  name: "recognize" | "evaluate",
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<CommandResult> {
  const program = fileURLToPath(new URL(`../../packages/tools/src/${name}.ts`, import.meta.url));
  const { PATH = "", HOME = "" } = process.env;
  const child = Bun.spawn([process.execPath, program, ...args], {
    env: { PATH, HOME, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 50_000,
    killSignal: "SIGKILL",
  });
  const [output, complaints, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { code, output, complaints };
}
