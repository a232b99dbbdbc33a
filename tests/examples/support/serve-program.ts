import { spawn } from "node:child_process";
import { type ProgramOptions, userEnvironment } from "../../support/npm/run-program.ts";
import { withDeadline } from "../../support/with-deadline.ts";

/** A program that serves pages until it is disposed of. */
export type ServingProgram = AsyncDisposable & {
  /** Where it says that it serves, such as `http://127.0.0.1:3000`. */
  readonly address: string;
};

/** Starts a program that serves pages, and waits until it has written where. @throws Error with what it wrote, when it ends instead */
export async function serveProgram(
  [program = "", ...parameters]: readonly string[],
  { folder, environment = {} }: ProgramOptions,
): Promise<ServingProgram> {
  const child = spawn(program, parameters, {
    cwd: folder,
    env: userEnvironment(environment),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  // What it has started itself ends with it.
  const end = () => {
    try {
      process.kill(-(child.pid ?? 0), "SIGKILL");
    } catch {} // Nobody of the group is left.
  };
  process.once("exit", end);
  const close = async () => {
    end();
    process.off("exit", end);
    await exited;
  };

  let output = "";
  try {
    const address = await withDeadline<string>(
      `${program} to serve`,
      (resolve, reject) => {
        const read = (chunk: Buffer) => {
          output += chunk;
          const [found] = output.match(/http:\/\/(127\.0\.0\.1|localhost):\d+/) ?? [];
          if (found) resolve(found);
        };
        child.stdout.on("data", read);
        child.stderr.on("data", read);
        child.once("error", reject);
        child.once("exit", (code) => reject(new Error(`${program} ended with ${code}:\n${output}`)));
        return () => {};
      },
      () => `\n${output}`,
    );
    return { address, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}
