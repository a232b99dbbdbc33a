// `bun tests/examples/write-hand-points.ts`: the hand that the examples send is the one of a picture of an L.
import { fileURLToPath } from "node:url";
import { noTracking } from "@signify/core";
import { openVision } from "@signify/vision";

const picture = fileURLToPath(new URL("../fixtures/reference-hand/L.jpg", import.meta.url));
const examples = new URL("../../packages/client-sdk/examples/", import.meta.url);

/** Where the hand is written to. */
export const handFiles = ["node/hand.json", "python/hand.json"].map((name) =>
  fileURLToPath(new URL(name, examples)),
);

/** The hand of the picture: 126 numbers [42, 3] in picture heights. */
export async function findHandPoints(): Promise<number[]> {
  const vision = await openVision({
    maxHands: 1,
    minDetectionConfidence: 0.5,
    minTrackingConfidence: 0.5,
    liveHandNetwork: "float32",
    maxPictureSide: 4096,
    maxLivePictureSide: 1920,
    maxDecodedSide: 1280,
  });
  try {
    const jpeg = await Bun.file(picture).bytes();
    const { landmarks } = await vision.locate({ jpeg, mirrored: false, tracking: noTracking, mode: "still" });
    return Array.from(landmarks, (value) => Number(value.toFixed(4)));
  } finally {
    await vision.release();
  }
}

if (import.meta.main) {
  const points = JSON.stringify(await findHandPoints());
  for (const path of handFiles) await Bun.write(path, `${points}\n`);
}
