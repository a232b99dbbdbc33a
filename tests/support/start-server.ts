import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { withDeadline } from "./with-deadline.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const mainProgram = fileURLToPath(new URL("../../packages/server/src/main.ts", import.meta.url));

/** One line of the server's log. */
export type LogLine = { msg: string } & Record<string, unknown>;

/** The real server in a process of its own. */
export type RunningServer = AsyncDisposable & {
  readonly pid: number;
  readonly port: number;
  /** `ws://127.0.0.1:…/` */
  readonly url: string;
  /** `http://127.0.0.1:…/` */
  readonly page: string;
  /** What it has logged so far. */
  readonly log: readonly LogLine[];
  /** What it has written to standard error so far. */
  readonly complaints: string;
  /** Settles when it has logged this. */
  logged(message: string): Promise<LogLine>;
  /** Answers its exit code once it has ended and its whole log has been read. */
  readonly exited: Promise<number>;
  signal(signal: "SIGINT" | "SIGTERM" | "SIGKILL"): void;
};

/** Options of {@link startServer}. */
export type StartOptions = {
  environment?: Record<string, string>;
  workingDirectory?: string;
  /** Another main.ts than this checkout's. */
  program?: string;
  /** Waits for the models; otherwise only for the port. */
  ready?: boolean;
};

const running = new Set<Bun.Subprocess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/**
 * Starts the server on a free port of 127.0.0.1, with no setting but those given, and waits until it is ready.
 * @throws Error with what it said on standard error, when it ends instead.
 */
export async function startServer(options: StartOptions = {}): Promise<RunningServer> {
  const { environment = {}, workingDirectory = root, ready = true } = options;
  const { program = mainProgram } = options;
  const child = Bun.spawn([process.execPath, program], {
    cwd: workingDirectory,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      WEBSOCKET_HOST: "127.0.0.1",
      WEBSOCKET_PORT: "0",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);

  const log: LogLine[] = [];
  const listeners = new Set<() => void>();
  let complaints = "";
  const readLog = async () => {
    for await (const line of createInterface({ input: Readable.fromWeb(child.stdout as never) })) {
      log.push(JSON.parse(line));
      for (const listener of listeners) listener();
    }
  };
  const readComplaints = async () => {
    for await (const chunk of child.stderr) complaints += new TextDecoder().decode(chunk);
  };
  const exited = Promise.all([child.exited, readLog(), readComplaints()]).then(([code]) => {
    running.delete(child);
    return code;
  });

  const logged = (message: string): Promise<LogLine> =>
    withDeadline(`the server to log "${message}"`, (resolve, reject) => {
      const look = () => {
        const line = log.find(({ msg }) => msg === message);
        if (line) resolve(line);
      };
      listeners.add(look);
      exited.then((code) => {
        look();
        reject(new Error(`The server ended with ${code} instead: ${complaints}`));
      });
      look();
      return () => listeners.delete(look);
    });

  const { port } = await logged("listening");
  if (ready) await logged("ready");
  return {
    pid: child.pid,
    port: Number(port),
    url: `ws://127.0.0.1:${port}/`,
    page: `http://127.0.0.1:${port}/`,
    log,
    get complaints() {
      return complaints;
    },
    logged,
    exited,
    signal: (signal) => void child.kill(signal),
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** Starts a server that must not start, and answers how it ended and what it said. */
export async function startInVain(
  environment: Record<string, string>,
  program = mainProgram,
): Promise<{ code: number; output: string; complaints: string }> {
  const child = Bun.spawn([process.execPath, program], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      WEBSOCKET_HOST: "127.0.0.1",
      WEBSOCKET_PORT: "0",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 20_000,
    killSignal: "SIGKILL",
  });
  running.add(child);
  const [output, complaints, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  running.delete(child);
  return { code, output, complaints };
}
