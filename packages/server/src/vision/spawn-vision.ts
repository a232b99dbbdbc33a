import type { FromVision, VisionSettings } from "./messages.ts";
import type { Spawn } from "./vision-process.ts";

/** Spawns vision processes of this installation (`vision-main.ts`) with structured-clone messages. */
export function createVisionSpawn(settings: VisionSettings): Spawn {
  const program = new URL("./vision-main.ts", import.meta.url).pathname;
  return ({ message, exit }) => {
    const child = Bun.spawn([process.execPath, program, JSON.stringify(settings)], {
      stdio: ["ignore", "ignore", "inherit"],
      serialization: "advanced",
      ipc: (received: FromVision) => message(received),
      onExit: exit,
    });
    return {
      send: (request) => {
        if (child.exitCode === null && !child.killed) child.send(request);
      },
      kill: () => child.kill("SIGKILL"),
    };
  };
}
