import { fileURLToPath } from "node:url";
import type { VisionSettings } from "@signify/vision";
import type { FromVision } from "./messages.ts";
import type { Spawn } from "./vision-process.ts";

/** A process that reads strangers' pictures is told none of the server's settings: its token least of all. */
const environment = { PATH: process.env.PATH, HOME: process.env.HOME };

/** Spawns vision processes of this installation (`vision-main.ts`) with structured-clone messages. */
export function createVisionSpawn(settings: VisionSettings): Spawn {
  const program = fileURLToPath(new URL("./vision-main.ts", import.meta.url));
  const start = ({ message, exit }: Parameters<Spawn>[0]) =>
    Bun.spawn([process.execPath, "--no-env-file", program, JSON.stringify(settings)], {
      env: environment,
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
      send(request) {
        // The channel of a process that was killed closes before its end is told, which is what fails the picture.
        attempt(() => child.send(request));
      },
      kill: () => child.kill("SIGKILL"),
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
