import { setPriority } from "node:os";
import { isWireError } from "@signify/core";
import { openVision, type VisionSettings } from "@signify/vision";
import type { FromVision, ToVision, VisionRequest } from "./messages.ts";

/** Below the server's own priority, so that a reset is answered at once on a machine full of frames. */
const lowerPriority = 10;
setPriority(lowerPriority);

/** The server is gone when the channel is: nobody is left to work for. */
process.on("disconnect", () => process.exit());
/** Ctrl-C and the end of a terminal reach the whole group; the server decides when its vision processes end. */
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

const settings: VisionSettings = JSON.parse(process.argv[2] ?? "{}");
const tell = (message: FromVision) => process.send?.(message);
const vision = await openVision(settings).catch(() => {
  tell({ type: "not-loaded" });
  process.exit(1);
});

async function locate({ id, ...picture }: VisionRequest): Promise<void> {
  try {
    tell({ type: "located", id, located: await vision.locate(picture) });
  } catch (error) {
    const { code, message } = isWireError(error)
      ? error
      : { code: "vision-failed" as const, message: "The picture could not be looked at." };
    tell({ type: "failed", id, code, message });
  }
}

let work: Promise<void> = Promise.resolve();
process.on("message", (message: ToVision) => {
  work = message.type === "stop" ? work.then(() => process.exit()) : work.then(() => locate(message));
});

tell({ type: "ready" });
