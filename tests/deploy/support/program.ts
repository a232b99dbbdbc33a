/** Whether a program is on this machine: the tests that need one are skipped by name without it. */
export const hasProgram = (name: string): boolean => Bun.which(name, { PATH: searchPath }) !== null;

/** Debian keeps what is for administrators where other users do not look. */
const searchPath = `${process.env.PATH}:/usr/sbin:/sbin`;
const environment = { PATH: searchPath };

/** Runs a program to its end, and answers its exit code with all that it said. */
export async function runProgram(...command: string[]): Promise<{ code: number; said: string }> {
  const child = Bun.spawn(command, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  const [output, complaints, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { code, said: output + complaints };
}

const running = new Set<Bun.Subprocess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGTERM");
});

/** A program that runs until it is disposed of, and no longer than this process. */
export type RunningProgram = AsyncDisposable & {
  /** What it has written so far. */
  readonly said: string;
  /** The exit code, once it has ended. */
  readonly exited: Promise<number>;
};

/** Starts a program. */
export function startProgram(...command: string[]): RunningProgram {
  const child = Bun.spawn(command, { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let said = "";
  const listen = async (stream: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder();
    for await (const chunk of stream) said += decoder.decode(chunk, { stream: true });
  };
  const exited = Promise.all([child.exited, listen(child.stdout), listen(child.stderr)]).then(([code]) => {
    running.delete(child);
    return code;
  });
  return {
    get said() {
      return said;
    },
    exited,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await exited;
    },
  };
}
