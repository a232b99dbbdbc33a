import { type ServerProcessOptions, spawnServer, usualPatience } from "./spawn-server.ts";

/** How a server that did not start has ended, and what it wrote to standard output and standard error. */
export type VainLaunch = { code: number; output: string; complaints: string };

/** Starts a server that must not start; one that runs on is killed when the patience of its options is over. */
export async function launchInVain(options: ServerProcessOptions = {}): Promise<VainLaunch> {
  const child = spawnServer(options);
  const timer = setTimeout(() => child.kill("SIGKILL"), options.patience ?? usualPatience);
  const [output, complaints, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  clearTimeout(timer);
  return { code, output, complaints };
}
