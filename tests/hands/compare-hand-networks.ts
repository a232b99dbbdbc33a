// Are letters read as well with the int8 hand network as with the exact one? Shows every letter photo of
// ../shared/data/hands/photos as a shaky camera would, reads the same frames with both, and prints what each got right.
//
//     bun tests/hands/compare-hand-networks.ts [SEED]

import { type Letter, landmarkFrameLength, letters, noTracking, toLandmarkFrame } from "@signify/core";
import { createJpegDecoder, createOnnxHandModels, handNetworkPaths } from "@signify/vision";
import { createSampler, findHands } from "@signify/vision/hands";
import { loadLetterModel } from "@signify/vision/letters";
import sharp from "sharp";
import { palmDistance } from "./hand-errors.ts";
import { isLetterPhoto, openHandPhotos } from "./hand-photos.ts";

const frameCount = 44;
const windowSize = 32;
const wall = { r: 90, g: 90, b: 90 };
const networks = ["float32", "int8"] as const;

let state = Number(process.argv[2] ?? 1);
const sampler = createSampler();
const decoder = createJpegDecoder({ room: sampler.room });
const models = await createOnnxHandModels(handNetworkPaths("int8"));
const letterModel = await loadLetterModel();
const totals = { float32: empty(), int8: empty() };
const distances: number[] = [];

const photos = openHandPhotos();
if (photos.missing !== "") process.exit(1);
const names = photos.names.filter(isLetterPhoto);
for (const [index, name] of names.entries()) {
  const frames = await shakyCamera(photos.read(name));
  const float32 = await readFrames(frames, name, "float32");
  const int8 = await readFrames(frames, name, "int8");
  for (const [frame, exact] of float32.entries()) {
    const other = int8[frame];
    if (exact && other) distances.push(palmDistance(exact, other));
  }
  process.stderr.write(`\r${index + 1} of ${names.length} photos`);
}
process.stderr.write("\n");
for (const network of networks) {
  const { readings, right, probability, lost } = totals[network];
  const share = ((100 * right) / readings).toFixed(1);
  const mean = (probability / readings).toFixed(4);
  process.stdout.write(
    `${network.padEnd(8)} ${right} of ${readings} readings right (${share} %), mean P(wanted) ${mean}, frames without a hand ${lost}\n`,
  );
}
distances.sort((one, other) => one - other);
const quantile = (share: number) =>
  (100 * (distances[Math.floor(share * distances.length)] ?? Number.NaN)).toFixed(2);
process.stdout.write(
  `landmarks apart by ${quantile(0.5)} % of the palm's length (median), ${quantile(0.95)} % (p95)\n`,
);
process.exit(0);

function empty() {
  return { readings: 0, right: 0, probability: 0, lost: 0 };
}

/** Numbers in −0.5 … 0.5 that depend on the seed alone. */
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32 - 0.5;
}

/** The photo in 640 × 480, turned by a few degrees and moved by some pixels, more or less from frame to frame. */
async function shakyCamera(photo: Uint8Array): Promise<Uint8Array[]> {
  const picture = await sharp(photo)
    .resize(640, 480, { fit: "contain", background: wall })
    .extend({ top: 60, bottom: 60, left: 60, right: 60, background: wall })
    .png({ compressionLevel: 0 })
    .toBuffer();
  const frames: Uint8Array[] = [];
  let [angle, x, y] = [0, 0, 0];
  for (let frame = 0; frame < frameCount; frame++) {
    angle = 0.9 * angle + 4 * random();
    x = Math.max(-20, Math.min(20, x + 6 * random()));
    y = Math.max(-20, Math.min(20, y + 6 * random()));
    const turned = await sharp(picture)
      .rotate(angle, { background: wall })
      .png({ compressionLevel: 0 })
      .toBuffer();
    const { width, height } = await sharp(turned).metadata();
    const left = Math.round((width - 640) / 2 + x);
    const top = Math.round((height - 480) / 2 + y);
    frames.push(
      await sharp(turned).extract({ left, top, width: 640, height: 480 }).jpeg({ quality: 80 }).toBuffer(),
    );
  }
  return frames;
}

/** Follows the hand through the frames, counts what is read in the last ones, and answers the landmarks of each. */
async function readFrames(frames: readonly Uint8Array[], name: string, network: (typeof networks)[number]) {
  const total = totals[network];
  const wanted = letters.indexOf(name[0] as Letter);
  const window = new Float32Array(windowSize * landmarkFrameLength);
  const seen: (Float32Array | undefined)[] = [];
  let tracking = noTracking;
  for (const [index, jpeg] of frames.entries()) {
    const image = await decoder.decode(jpeg);
    const handModels = network === "int8" ? models.live : models.still;
    const found = await findHands(image, { models: handModels, sampler, mode: "live", tracking });
    tracking = found.tracking;
    const [hand] = found.hands;
    seen.push(hand?.landmarks);
    if (hand === undefined) total.lost++;
    window.copyWithin(0, landmarkFrameLength);
    const aspect = image.width / image.height;
    window.set(
      toLandmarkFrame(found.hands, { aspect, mirrored: false }),
      (windowSize - 1) * landmarkFrameLength,
    );
    if (index < windowSize || index % 4 !== 3) continue;
    const [reading] = await letterModel.read(window, 1);
    const probabilities = reading?.probabilities ?? new Float32Array(letters.length);
    total.readings++;
    total.probability += probabilities[wanted] ?? 0;
    if (hand !== undefined && probabilities.indexOf(Math.max(...probabilities)) === wanted) total.right++;
  }
  return seen;
}
