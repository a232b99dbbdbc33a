import { landmarkFrameLength } from "@signify/core";
import { encodeFrame } from "@signify/core/protocol";
import { emptyPicture, handPicture } from "../pictures.ts";

/** Bytes of a frame from a learner, without what WebSocket (8), TLS (22) and TCP add. */
export async function measureBytes() {
  const header = { sequence: 1, capturedAt: 1, mirrored: false };
  const landmarks = new Float32Array(landmarkFrameLength);
  const picture = (jpeg: Uint8Array) => encodeFrame({ kind: "picture", ...header, jpeg }).length;
  return {
    pictureOfHand: picture(await handPicture()),
    pictureOfWall: picture(await emptyPicture()),
    landmarks: encodeFrame({ kind: "landmarks", ...header, landmarks }).length,
  };
}
