import { spawn } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "@signify/tools/processes";
import { until } from "./with-deadline.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the server runs as, without anyone in front of it. */
export const serverCommand = [process.execPath, "packages/server/src/main.ts"];

/** A server that somebody else started for us. */
export type StartedServer = AsyncDisposable & {
  /** Of whoever was told to start it, who leads a process group of its own. */
  readonly pid: number;
  readonly port: number;
  /** `http://127.0.0.1:…/` */
  readonly page: string;
  /** All that came on standard output, once everyone who could write there has ended. */
  readonly output: Promise<string>;
  /** The exit code of whoever was told to start it; null when a signal ended that. */
  readonly exited: Promise<number | null>;
};

/** Options of {@link startServerBy}. */
export type StartByOptions = {
  environment?: Record<string, string>;
  /** A descriptor to write the log to; otherwise it is kept as `output`. */
  log?: number;
};

/** Runs a command of the repository that starts the server, and waits until it is ready. */
export async function startServerBy(
  [program = "", ...parameters]: readonly string[],
  { environment = {}, log }: StartByOptions = {},
): Promise<StartedServer> {
  const port = freePort();
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(program, parameters, {
    cwd: root,
    env: {
      PATH: `${dirname(process.execPath)}:${PATH}`,
      HOME,
      WEBSOCKET_HOST: "127.0.0.1",
      WEBSOCKET_PORT: String(port),
      THREAD_POOL_MAX_WORKERS: "1",
      ...environment,
    },
    stdio: ["ignore", log ?? "pipe", "ignore"],
    detached: true,
  });
  const pid = child.pid ?? 0;
  const end = () => {
    try {
      process.kill(-pid, "SIGKILL");
    } catch {} // Nobody of the group is left.
  };
  process.once("exit", end);
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const output = child.stdout ? textOf(child.stdout) : Promise.resolve("");
  const page = `http://127.0.0.1:${port}/`;
  await until("the server to be ready", () =>
    fetch(new URL("/readyz", page)).then(
      (answer) => answer.ok,
      () => false,
    ),
  );
  return {
    pid,
    port,
    page,
    output,
    exited,
    async [Symbol.asyncDispose]() {
      end();
      process.off("exit", end);
      await exited;
    },
  };
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  for await (const chunk of stream) text += chunk;
  return text;
}
