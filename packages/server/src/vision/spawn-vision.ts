import { fileURLToPath } from "node:url";
import type { FromVision, VisionSettings } from "./messages.ts";
import type { Spawn } from "./vision-process.ts";

/** Spawns vision processes of this installation (`vision-main.ts`) with structured-clone messages. */
export function createVisionSpawn(settings: VisionSettings): Spawn {
  const program = fileURLToPath(new URL("./vision-main.ts", import.meta.url));
  const start = ({ message, exit }: Parameters<Spawn>[0]) =>
    Bun.spawn([process.execPath, program, JSON.stringify(settings)], {
      stdio: ["ignore", "ignore", "inherit"],
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
      send: (request) => {
        if (child.exitCode === null && !child.killed) child.send(request);
      },
      kill: () => child.kill("SIGKILL"),
    };
  };
}

/** A machine without room for one more process is a reason to try again later, not to end the server. */
function attempt<T>(start: () => T): T | undefined {
  try {
    return start();
  } catch {
    return undefined;
  }
}
