import { freePort } from "@signify/tools/processes";
import { until } from "../../support/with-deadline.ts";
import { deployText } from "./deploy-file.ts";
import { type RunningProgram, startProgram } from "./program.ts";
import { createTemporaryFolder } from "./temporary-folder.ts";

/** NATS as `deploy/nats` has it, on free ports of the loopback. */
export type ConfiguredEngine = AsyncDisposable & {
  /** For `NATS_URL`. */
  readonly url: string;
  /** Where it tells of itself over HTTP. */
  readonly monitor: string;
  /** Its log so far, which names whoever tries what it may not. */
  readonly log: string;
};

/** The passwords that {@link startConfiguredEngine} gives to the users of `nats.conf`. */
export const passwords = { server: "p-of-servers", worker: "p-of-workers" };

/** Starts NATS with `nats.conf`, some words of it replaced, and waits until it takes connections. */
export async function startConfiguredEngine(
  replaced: Readonly<Record<string, string>> = {},
): Promise<ConfiguredEngine> {
  const folder = createTemporaryFolder();
  const [port, monitorPort] = [freePort(), freePort()];
  const text = deployText("nats/nats.conf", {
    "port: 4222": `port: ${port}`,
    $NATS_SERVER_PASSWORD: passwords.server,
    $NATS_WORKER_PASSWORD: passwords.worker,
    ...replaced,
  });
  const program: RunningProgram = startProgram(
    "nats-server",
    ...["--config", folder.write("nats.conf", text), "--http_port", String(monitorPort)],
  );
  await until("NATS to be ready", async () => {
    const isOver = await Promise.race([program.exited.then(() => true), Promise.resolve(false)]);
    if (isOver) throw new Error(`nats-server ended: ${program.said}`);
    return program.said.includes("Server is ready");
  });
  return {
    url: `nats://127.0.0.1:${port}`,
    monitor: `http://127.0.0.1:${monitorPort}`,
    get log() {
      return program.said;
    },
    async [Symbol.asyncDispose]() {
      await program[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}
