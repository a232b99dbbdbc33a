import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Step } from "./read-steps.ts";

/** A server that the last of the steps has started. */
export type Started = AsyncDisposable & { readonly url: string; readonly folder: string };

/** Where `follow` begins, and what is not as the document has it. */
export type Following = {
  /** An empty folder. */
  readonly folder: string;
  /** What stands in a command or a file for something of a reader's machine, and what it is here. */
  readonly replace: readonly (readonly [from: string, to: string])[];
  /** Told after each step, with its milliseconds. */
  readonly onStep: (name: string, milliseconds: number) => void;
};

/**
 * Does the steps of a document one after the other, as a reader does who copies and pastes. The last command is a server:
 * it is left running once it has said its address.
 *
 * @throws Error with what a command said when it fails
 */
export async function followSteps(steps: readonly Step[], following: Following): Promise<Started> {
  const fit = (text: string) => following.replace.reduce((so, [from, to]) => so.replaceAll(from, to), text);
  let { folder } = following;
  for (const [index, step] of steps.entries()) {
    const start = performance.now();
    if (step.kind === "write") {
      const path = join(folder, step.path);
      mkdirSync(dirname(path), { recursive: true });
      await Bun.write(path, fit(step.text));
      continue;
    }
    const command = fit(step.command);
    const [, next] = /^cd (.+)$/.exec(command) ?? [];
    if (next) {
      folder = resolve(folder, next);
      continue;
    }
    if (index === steps.length - 1) return startServer(command, folder);
    await runCommand(command, folder);
    following.onStep(step.command, performance.now() - start);
  }
  throw new Error("expected the last step to be a command that starts a server");
}

/** Runs a command in a shell. @throws Error with what it said when it fails. */
export async function runCommand(command: string, folder: string): Promise<void> {
  const child = Bun.spawn(["sh", "-c", command], {
    cwd: folder,
    env: environment,
    stdout: "pipe",
    stderr: "pipe",
  });
  const [said, complained] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  if ((await child.exited) !== 0) throw new Error(`${command} failed:\n${said}\n${complained}`);
}

/** Starts a server by a command, and waits for the address that it says. */
export async function startServer(command: string, folder: string): Promise<Started> {
  // A group of its own, so that what npm starts ends with it.
  const child = Bun.spawn(["setsid", "sh", "-c", command], {
    cwd: folder,
    env: environment,
    stdout: "pipe",
    stderr: "pipe",
  });
  const complained = new Response(child.stderr).text();
  const address = Promise.withResolvers<string>();
  // It is read to its end: a server whose words nobody takes any more would end.
  const read = async () => {
    let said = "";
    for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
      said += text;
      const [url] = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(Bun.stripANSI(said)) ?? [];
      if (url) address.resolve(url);
    }
    address.reject(new Error(`${command} said no address:\n${said}\n${await complained}`));
  };
  void read();
  return {
    url: await address.promise,
    folder,
    async [Symbol.asyncDispose]() {
      process.kill(-child.pid, "SIGTERM");
      await child.exited;
    },
  };
}

/** Not that of the tests, with which Vite would build for development. */
const { NODE_ENV: _, ...environment } = process.env;
