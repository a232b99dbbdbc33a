import { fileURLToPath } from "node:url";

/** How a server's process is started. */
export type ServerProcessOptions = {
  /** Settings and other variables. Besides them the process has PATH and HOME, and a free port of 127.0.0.1. */
  environment?: Record<string, string>;
  /** Default: this process's. */
  workingDirectory?: string;
  /** Another `main.ts` than this installation's. */
  program?: string;
  /** Milliseconds that each step of the start may take. Default 45,000. */
  patience?: number;
};

/** Long enough for a machine that is busy with other things; nothing waits for it unless something is broken. */
export const usualPatience = 45_000;

const installedProgram = fileURLToPath(new URL("../main.ts", import.meta.url));

const running = new Set<Bun.Subprocess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a server's process, which does not outlive this one. */
export function spawnServer(options: ServerProcessOptions): Bun.Subprocess<"ignore", "pipe", "pipe"> {
  const { environment, workingDirectory = process.cwd(), program = installedProgram } = options;
  const { PATH, HOME } = process.env;
  const child = Bun.spawn([process.execPath, program], {
    cwd: workingDirectory,
    env: { PATH, HOME, WEBSOCKET_HOST: "127.0.0.1", WEBSOCKET_PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.exited.then(() => running.delete(child));
  return child;
}
