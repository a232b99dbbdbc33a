import { setPriority } from "node:os";
import { SignifyError, systemClock } from "@signify/core";
import { handNetworkPaths } from "./hand-network-paths.ts";
import { createJpegDecoder } from "./jpeg-decoder.ts";
import { locateHandsInPicture } from "./locate-hands-in-picture.ts";
import type { FromVision, ToVision, VisionRequest, VisionSettings } from "./messages.ts";
import { createOnnxHandModels } from "./onnx-hand-models.ts";

/** Below the server's own priority, so that a reset is answered at once on a machine full of frames. */
const lowerPriority = 10;
setPriority(lowerPriority);

/** The server is gone when the channel is: nobody is left to work for. */
process.on("disconnect", () => process.exit());
/** Ctrl-C reaches the whole group; the server decides when its vision processes end. */
process.on("SIGINT", () => {});

const settings: VisionSettings = JSON.parse(process.argv[2] ?? "{}");
const { maxPictureSide, maxDecodedSide } = settings;
const decoder = createJpegDecoder({ maxPictureSide, maxDecodedSide });
const models = await createOnnxHandModels(handNetworkPaths(settings.liveHandNetwork));
const parts = { decoder, models, clock: systemClock, settings };

const tell = (message: FromVision) => process.send?.(message);

async function locate(request: VisionRequest): Promise<void> {
  const { id } = request;
  try {
    tell({ type: "located", id, located: await locateHandsInPicture(parts, request) });
  } catch (error) {
    const known = SignifyError.isInstance(error);
    const message = known ? error.message : "The picture could not be looked at.";
    tell({ type: "failed", id, code: known ? error.code : "vision-failed", message });
  }
}

let work: Promise<void> = Promise.resolve();
process.on("message", (message: ToVision) => {
  work = message.type === "stop" ? work.then(() => process.exit()) : work.then(() => locate(message));
});

tell({ type: "ready" });
