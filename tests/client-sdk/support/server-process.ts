import { fileURLToPath } from "node:url";

/** The real server in a process of its own, so that a test can kill it. */
export type ServerProcess = {
  readonly port: number;
  readonly url: string;
  /** Answers when the models are loaded. */
  ready(): Promise<void>;
  /** Ends it without a word, as a crash does. */
  kill(): Promise<void>;
  /** Ends it as an operator does. */
  stop(): Promise<void>;
};

const program = fileURLToPath(new URL("../../../packages/server/src/main.ts", import.meta.url));

/** Starts the server on a free port, or on the one given, and answers once it listens. */
export async function startServerProcess(settings: Record<string, string> = {}): Promise<ServerProcess> {
  const child = Bun.spawn([process.execPath, program], {
    env: { ...process.env, WEBSOCKET_HOST: "127.0.0.1", WEBSOCKET_PORT: "0", LOG_LEVEL: "info", ...settings },
    stdout: "pipe",
    stderr: "inherit",
  });
  const port = await listeningPort(child.stdout);
  return {
    port,
    url: `ws://127.0.0.1:${port}`,
    async ready() {
      while (!(await fetch(`http://127.0.0.1:${port}/readyz`)).ok) await Bun.sleep(25);
    },
    async kill() {
      child.kill("SIGKILL");
      await child.exited;
    },
    async stop() {
      child.kill("SIGTERM");
      await child.exited;
    },
  };
}

/** The port from the server's first log line; the rest of its log is read and forgotten. */
async function listeningPort(output: ReadableStream<Uint8Array>): Promise<number> {
  const reader = output.getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (true) {
    const { done, value } = await reader.read();
    if (done) throw new Error("the server ended before it listened");
    text += decoder.decode(value, { stream: true });
    const port = /"port":(\d+)/.exec(text)?.[1];
    if (!port) continue;
    void (async () => {
      while (!(await reader.read()).done);
    })();
    return Number(port);
  }
}
