import { renameSync } from "node:fs";
import { join } from "node:path";
import { childrenOf } from "@signify/tools/processes";
import { copyCheckout } from "./copy-checkout.ts";
import { commandOf } from "./processes.ts";
import { until } from "./with-deadline.ts";

/** A checkout whose vision processes do not get their networks before they are let go. */
export type HeldNetworks = Disposable & {
  /** Its server's `main.ts`. */
  program: string;
  /** Gives the networks to processes that start from now on; those that wait go on waiting. */
  letGo(): void;
};

/** Holds the networks back. Whoever opens the first one waits for a writer who never comes: it is a named pipe. */
export function holdNetworks(): HeldNetworks {
  const { program, models, remove } = copyCheckout();
  const network = join(models, "hands/dist/palm-detection.onnx");
  const aside = `${network}.aside`;
  renameSync(network, aside);
  const { success, stderr } = Bun.spawnSync(["mkfifo", network]);
  if (!success) throw new Error(`Expected to make a named pipe: ${stderr}`);
  return {
    program,
    letGo: () => renameSync(aside, network),
    [Symbol.dispose]: remove,
  };
}

/** The vision processes of a server that starts, once there are so many behind their restraints. */
export function startedVision(server: { pid: number }, count: number): Promise<number[]> {
  return until(`${count} vision processes`, () => {
    const started = childrenOf(server.pid).filter((pid) => isVision(commandOf(pid)));
    return started.length >= count && started;
  });
}

const isVision = ([, , program]: readonly string[]) => program?.endsWith("/vision-main.ts") === true;
