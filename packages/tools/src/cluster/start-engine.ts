import { freePort } from "../processes/free-port.ts";

/** Debian keeps it where other users do not look. */
const searchPath = `${process.env.PATH}:/usr/sbin:/usr/local/sbin`;

/** Where NATS is on this machine, if it is. */
export const engineProgram: string | null = Bun.which("nats-server", { PATH: searchPath });

/** A NATS server of one's own, on free ports of the loopback. Disposing of it kills it. */
export type RunningEngine = AsyncDisposable & {
  /** For `NATS_URL`. */
  readonly url: string;
  /** Where it tells of itself over HTTP, `http://127.0.0.1:…`. */
  readonly monitor: string;
  readonly pid: number;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
  /** Starts it again on the same ports, and waits until it takes connections. */
  restart(): Promise<void>;
};

const running = new Set<Bun.Subprocess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/**
 * Starts NATS and waits until it takes connections.
 * @param parameters more of its command line
 * @throws Error when it is not installed, or ends
 */
export async function startEngine(...parameters: string[]): Promise<RunningEngine> {
  if (!engineProgram)
    throw new Error("Expected nats-server to be installed (Debian: apt-get install nats-server).");
  const [port, monitorPort] = [freePort(), freePort()];
  const ports = ["--addr", "127.0.0.1", "--port", String(port), "--http_port", String(monitorPort)];
  const command = [engineProgram, ...ports, ...parameters];
  const monitor = `http://127.0.0.1:${monitorPort}`;
  const start = async () => {
    const child = Bun.spawn(command, { stdio: ["ignore", "ignore", "pipe"] });
    running.add(child);
    child.exited.then(() => running.delete(child));
    for await (const chunk of child.stderr) if (isReady(chunk)) return child;
    throw new Error(`nats-server ended with ${await child.exited}.`);
  };
  let child = await start();
  const kill = async () => {
    child.kill("SIGKILL");
    await child.exited;
  };
  return {
    url: `nats://127.0.0.1:${port}`,
    monitor,
    get pid() {
      return child.pid;
    },
    kill,
    async restart() {
      child = await start();
    },
    [Symbol.asyncDispose]: kill,
  };
}

const decoder = new TextDecoder();
const isReady = (chunk: Uint8Array) => decoder.decode(chunk).includes("Server is ready");
