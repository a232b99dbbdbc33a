import { describe, expect, test } from "bun:test";
import { childrenOf } from "@signify/tools/processes";
import { hasProc, isRunning } from "../support/processes.ts";
import { serverCommand, startServerBy } from "../support/start-server-by.ts";
import { until } from "../support/with-deadline.ts";

/** A signal to whoever started the server, who may be all that is known of it, ends everything and in order. */

const starters: Record<string, readonly string[]> = {
  "the server itself": serverCommand,
  "scripts/with-bun.mjs": ["node", "scripts/with-bun.mjs", "run", "server"],
  "start_server.sh": ["./start_server.sh"],
  "npm start": ["npm", "start"],
};
const signals = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)]);
}

const isTaken = (page: string) =>
  fetch(page).then(
    () => true,
    () => false,
  );

async function expectAnOrderlyEnd(name: string, send: (pid: number) => void): Promise<void> {
  await using server = await startServerBy(starters[name] ?? []);
  const descendants = descendantsOf(server.pid);
  expect(descendants).not.toBeEmpty();
  send(server.pid);
  await server.exited;
  await until("all of them to end", () => descendants.every((pid) => !isRunning(pid)));
  expect(await isTaken(server.page)).toBe(false);
  const last = JSON.parse((await server.output).trim().split("\n").at(-1) ?? "");
  expect(last).toMatchObject({ msg: "stopped", uptime_seconds: expect.any(Number) });
}

describe.skipIf(!hasProc).each(Object.keys(starters))("to %s (needs /proc)", (name) => {
  test.each(signals)("%s leaves no process behind, and the closing figures last", (signal) =>
    expectAnOrderlyEnd(name, (pid) => process.kill(pid, signal)),
  );
});

describe.skipIf(!hasProc)("to the process group of npm start, as from its terminal (needs /proc)", () => {
  test.each(signals)("%s leaves no process behind, and the closing figures last", (signal) =>
    expectAnOrderlyEnd("npm start", (pid) => process.kill(-pid, signal)),
  );
});

test.each(["SIGTERM", "SIGINT"] as const)(
  "npm start waits for the server's end after %s: in a container everything else dies with it",
  async (signal) => {
    await using server = await startServerBy(starters["npm start"] ?? []);
    process.kill(server.pid, signal);
    expect(await server.exited).toBe(0);
    expect(await isTaken(server.page)).toBe(false);
  },
);
