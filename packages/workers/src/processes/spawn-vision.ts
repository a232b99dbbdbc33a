import { fileURLToPath } from "node:url";
import type { VisionSettings } from "@signify/vision";
import type { Restraint } from "../confinement/confinement.ts";
import { visionEnvironment } from "../confinement/vision-environment.ts";
import type { FromVision } from "./messages.ts";
import { readProcessUsage } from "./process-usage.ts";
import type { Spawn } from "./vision-process.ts";

/**
 * Spawns vision processes of this installation (`vision-main.ts`) with structured-clone messages.
 * @param restraints what they do without, looked up for each
 */
export function createVisionSpawn(
  settings: VisionSettings,
  restraints: () => readonly Restraint[] = () => [],
): Spawn {
  const program = fileURLToPath(new URL("./vision-main.ts", import.meta.url));
  const command = [process.execPath, "--no-env-file", program, JSON.stringify(settings)];
  const start = ({ message, exit }: Parameters<Spawn>[0]) =>
    Bun.spawn([...restraints().flatMap((one) => one.command), ...command], {
      env: visionEnvironment,
      // What a library might say of a picture is for nobody to read, and a file would be one that it may not write.
      stdio: ["ignore", "ignore", "ignore"],
      serialization: "advanced",
      ipc: (received: FromVision) => message(received),
      onExit: exit,
    });
  return (events) => {
    const child = attempt(() => start(events));
    if (!child) {
      setImmediate(events.exit);
      return { send() {}, kill() {} };
    }
    return {
      send(request) {
        // The channel of a process that was killed closes before its end is told, which is what fails the picture.
        attempt(() => child.send(request));
      },
      kill: () => child.kill("SIGKILL"),
      usage: () => readProcessUsage(child.pid),
    };
  };
}

/** Neither a machine without room for one more process nor a process that has just died is a fault of the server's. */
function attempt<T>(start: () => T): T | undefined {
  try {
    return start();
  } catch {
    return undefined;
  }
}
