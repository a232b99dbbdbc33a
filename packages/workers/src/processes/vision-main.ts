import { setPriority } from "node:os";
import { isWireError } from "@signify/core";
import { openVision, type VisionSettings } from "@signify/vision";
import type { FromVision, ToVision, VisionRequest } from "../channel/messages.ts";
import { channelDescriptor, openChannel } from "../channel/open-channel.ts";
import { createScratch, decodeToVision, encodeFromVision } from "../channel/vision-codec.ts";

/** Below the server's own priority, so that a reset is answered at once on a machine full of frames. */
const lowerPriority = 10;
setPriority(lowerPriority);

/** Ctrl-C and the end of a terminal reach the whole group; the server decides when its vision processes end. */
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});

const scratch = createScratch();
const channel = openChannel({
  descriptor: channelDescriptor,
  maxLength: Number.POSITIVE_INFINITY,
  onMessage(bytes) {
    const message = decodeToVision(bytes);
    if (message) take(message);
  },
  onTooLong() {},
  /** The server is gone when the channel is: nobody is left to work for. */
  onClose: () => process.exit(),
});
const tell = (message: FromVision) => channel.send(encodeFromVision(scratch, message));

// A word that waits would be lost with a process that ends.
await channel.opened;
const settings: VisionSettings = JSON.parse(process.argv[2] ?? "{}");
const loading = openVision(settings).catch(() => {
  tell({ type: "not-loaded" });
  process.exit(1);
});

async function locate({ id, type: _, ...picture }: VisionRequest): Promise<void> {
  const vision = await loading;
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
function take(message: ToVision): void {
  work = message.type === "stop" ? work.then(() => process.exit()) : work.then(() => locate(message));
}

await loading;
tell({ type: "ready" });
