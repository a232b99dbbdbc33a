import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { VisionSettings } from "@signify/vision";
import { handNetworkPaths } from "@signify/vision/network-paths";
import { type Static, Type } from "@sinclair/typebox";
import packageJson from "../../package.json" with { type: "json" };

/** All that decides what a vision process makes of a picture, and how it is spoken to. */
export const Identity = Type.Object({
  version: Type.String({ maxLength: 32, description: "version" }),
  /** sha256 of the hand networks. */
  networks: Type.String({ maxLength: 64, description: "hand networks" }),
  minDetectionConfidence: Type.Number({ description: "MIN_DETECTION_CONFIDENCE" }),
  minTrackingConfidence: Type.Number({ description: "MIN_TRACKING_CONFIDENCE" }),
  maxHands: Type.Integer({ description: "MAX_NUM_HANDS" }),
  liveHandNetwork: Type.String({ maxLength: 16, description: "LIVE_HAND_NETWORK" }),
  maxPictureSide: Type.Integer({ description: "MAX_PICTURE_SIDE" }),
  maxLivePictureSide: Type.Integer({ description: "MAX_LIVE_PICTURE_SIDE" }),
  maxDecodedSide: Type.Integer({ description: "MAX_DECODED_SIDE" }),
});

/** Two with the same one read every picture alike. */
export type Identity = Static<typeof Identity>;

/**
 * What this installation with these settings is.
 * @throws SignifyError "internal" when a network is missing
 */
export function identityOf(settings: VisionSettings): Identity {
  const networks = createHash("sha256");
  for (const path of Object.values(handNetworkPaths(settings.liveHandNetwork)))
    networks.update(readFileSync(path));
  return { version: packageJson.version, networks: networks.digest("hex"), ...settings };
}

/** A short name for an identity, alike for those who are alike. */
export function fingerprintOf(identity: Identity): string {
  const parts = Object.keys(Identity.properties).map((name) => identity[name as keyof Identity]);
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}

/** In what a worker is unlike a server, in words; `undefined` where they are alike. */
export function differenceOf(worker: Identity, server: Identity): string | undefined {
  const unlike = Object.entries(Identity.properties).find(
    ([name]) => worker[name as keyof Identity] !== server[name as keyof Identity],
  );
  return unlike && `another ${unlike[1].description}`;
}
