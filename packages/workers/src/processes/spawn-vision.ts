import { fileURLToPath } from "node:url";
import type { VisionSettings } from "@signify/vision";
import { openChannel } from "../channel/open-channel.ts";
import { createScratch, decodeFromVision, encodeToVision, maxFromVision } from "../channel/vision-codec.ts";
import type { Restraint } from "../confinement/confinement.ts";
import { visionEnvironment } from "../confinement/vision-environment.ts";
import { readProcessUsage } from "./process-usage.ts";
import type { Child, Spawn } from "./vision-process.ts";

/**
 * Spawns vision processes of this installation (`vision-main.ts`).
 * @param restraints what they do without, looked up for each
 */
export function createVisionSpawn(
  settings: VisionSettings,
  restraints: () => readonly Restraint[] = () => [],
): Spawn {
  const program = fileURLToPath(new URL("./vision-main.ts", import.meta.url));
  const command = [process.execPath, "--no-env-file", program, JSON.stringify(settings)];
  return spawnVision(() => [...restraints().flatMap((one) => one.command), ...command]);
}

/** Spawns programs that speak as vision processes do; what each is started by is looked up. */
export function spawnVision(command: () => string[]): Spawn {
  return (events) => {
    const child = attempt(() => start(command(), events));
    if (child) return child;
    setImmediate(events.exit);
    return { send() {}, kill() {} };
  };
}

function start(command: string[], { message, exit }: Parameters<Spawn>[0]): Child {
  const child = Bun.spawn(command, {
    env: visionEnvironment,
    // What a library might say of a picture is for nobody to read, and a file would be one that it may not write.
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    // Its last words are there by then, but may be read after its end is known.
    onExit: () => void setImmediate(exit),
  });
  const kill = () => child.kill("SIGKILL");
  const scratch = createScratch();
  const channel = openChannel({
    descriptor: child.stdio[3] as number,
    maxLength: maxFromVision,
    onMessage(bytes) {
      const received = decodeFromVision(bytes);
      if (received) message(received);
      else kill();
    },
    onTooLong: kill,
    onClose() {},
  });
  return {
    send: (request) => channel.send(encodeToVision(scratch, request)),
    kill,
    usage: () => readProcessUsage(child.pid),
  };
}

/** A machine without room for one more process is no fault of the server's. */
function attempt<T>(start: () => T): T | undefined {
  try {
    return start();
  } catch {
    return undefined;
  }
}
