import { existsSync } from "node:fs";
import sharp from "sharp";

const repository = new URL("../../../../", import.meta.url).pathname;
const photo = `${repository}../shared/data/hands/photos/B-t1.jpg`;
const rendered = `${repository}tests/fixtures/reference-hand/B.jpg`;

/** A 640 × 480 JPEG (quality 85) of a real hand; where ../shared is missing, of the rendered reference hand. */
export async function handPicture(): Promise<Uint8Array> {
  const source = existsSync(photo) ? photo : rendered;
  const background = { r: 90, g: 90, b: 90 };
  return sharp(source).resize(640, 480, { fit: "contain", background }).jpeg({ quality: 85 }).toBuffer();
}

/** A 640 × 480 JPEG of a wall: noise in which there is no hand. */
export async function emptyPicture(): Promise<Uint8Array> {
  const noise = { type: "gaussian" as const, mean: 90, sigma: 6 };
  return sharp({ create: { width: 640, height: 480, channels: 3, background: "#5a5a5a", noise } })
    .jpeg({ quality: 60 })
    .toBuffer();
}
