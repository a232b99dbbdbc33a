import { type LogLine, readServerLog } from "./server-log.ts";
import { type ServerProcessOptions, spawnServer, usualPatience } from "./spawn-server.ts";

/** The server in a process of its own. Disposing of it ends it without a word, as a crash does. */
export type LaunchedServer = AsyncDisposable & {
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
  /**
   * Settles with the first line of its log that says this.
   * @throws Error when the server ends without having logged it, or has not after the patience of its options.
   */
  logged(message: string): Promise<LogLine>;
  /** Answers its exit code once it has ended and its whole log has been read. */
  readonly exited: Promise<number>;
  /** Sends its process a signal. */
  signal(signal: "SIGINT" | "SIGTERM" | "SIGKILL" | "SIGSTOP" | "SIGCONT"): void;
  /** Milliseconds from the start of the process to the listening socket, and to loaded models: NaN if not waited for. */
  readonly milliseconds: { readonly listening: number; readonly ready: number };
};

/** Options of {@link launchServer}. */
export type LaunchOptions = ServerProcessOptions & {
  /** Whether to wait for the models too, and not only for the port. Default true. */
  ready?: boolean;
};

/**
 * Starts this installation's server on a free port of 127.0.0.1, with no setting but those given, and waits until it is
 * ready.
 * @throws Error with what it said on standard error, when it ends instead.
 */
export async function launchServer(options: LaunchOptions = {}): Promise<LaunchedServer> {
  const { ready: waitsForModels = true, patience = usualPatience } = options;
  const start = performance.now();
  const child = spawnServer(options);
  const log = readServerLog(child.stdout);
  let complaints = "";
  const readComplaints = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of child.stderr) complaints += decoder.decode(chunk, { stream: true });
  };
  const exited = Promise.all([child.exited, log.ended, readComplaints()]).then(([code]) => code);

  const logged = async (message: string): Promise<LogLine> => {
    const tooLate = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => tooLate.reject(new Error(`The server did not log "${message}" within ${patience} ms.`)),
      patience,
    );
    const line = await Promise.race([log.first(message), tooLate.promise]).finally(() => clearTimeout(timer));
    if (line) return line;
    const code = await exited;
    throw new Error(`The server ended with ${code} and never logged "${message}": ${complaints}`);
  };
  const kill = async () => {
    child.kill("SIGKILL");
    await exited;
  };

  try {
    const { port } = await logged("listening");
    const listening = performance.now() - start;
    if (waitsForModels) await logged("ready");
    const ready = waitsForModels ? performance.now() - start : Number.NaN;
    return {
      pid: child.pid,
      port: Number(port),
      url: `ws://127.0.0.1:${port}/`,
      page: `http://127.0.0.1:${port}/`,
      log: log.lines,
      get complaints() {
        return complaints;
      },
      logged,
      exited,
      signal: (signal) => child.kill(signal),
      milliseconds: { listening, ready },
      [Symbol.asyncDispose]: kill,
    };
  } catch (error) {
    await kill();
    throw error;
  }
}
