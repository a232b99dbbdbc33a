import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Hand } from "@signify/core";
import {
  createJpegDecoder,
  createOnnxHandModels,
  handNetworkPaths,
  type OnnxHandModels,
} from "@signify/vision";
import { createSampler, findHands } from "@signify/vision/hands";
import { median, palmDistance } from "./hand-errors.ts";
import { openHandPhotos } from "./hand-photos.ts";

const photos = openHandPhotos();
/** `calibrate-hand-network.ts` has seen the others. */
const unseen = photos.names.filter((_, index) => index % 2 === 1);

describe.skipIf(photos.missing !== "")(
  photos.missing === "" ? "the int8 hand network" : `the int8 hand network (${photos.missing})`,
  () => {
    const pairs: { exact: Hand; int8: Hand | undefined }[] = [];
    let models: OnnxHandModels;

    beforeAll(async () => {
      models = await createOnnxHandModels(handNetworkPaths("int8"));
      const sampler = createSampler();
      const decoder = createJpegDecoder({ room: sampler.room });
      for (const name of unseen) {
        const image = await decoder.decode(photos.read(name), { mode: "still" });
        const { tracking } = await findHands(image, { models: models.still, sampler, mode: "still" });
        // Both read the same regions of the same picture.
        const options = { sampler, mode: "live", tracking } as const;
        const exact = await findHands(image, { ...options, models: models.still });
        const int8 = await findHands(image, { ...options, models: models.live });
        for (const [index, hand] of exact.hands.entries()) {
          pairs.push({ exact: hand, int8: int8.hands[index] });
        }
      }
    }, 300_000);
    afterAll(() => models?.release());

    test("follows every hand that the exact one follows, on photos that it was not calibrated on", () => {
      expect(pairs.length).toBeGreaterThan(80);
      expect(pairs.filter(({ int8 }) => int8 === undefined).length).toBe(0);
    });

    test("puts the landmarks within 1 % of the palm's length of the exact ones (median), and none far off", () => {
      const distances = pairs.flatMap(({ exact, int8 }) =>
        int8 ? [palmDistance(exact.landmarks, int8.landmarks)] : [],
      );
      expect(median(distances)).toBeLessThan(0.01);
      expect(Math.max(...distances)).toBeLessThan(0.1);
      process.stderr.write(`int8 landmarks: median ${median(distances)}, worst ${Math.max(...distances)}\n`);
    });

    test("says which hand it is as the exact one does", () => {
      for (const { exact, int8 } of pairs) {
        expect((int8?.rightProbability ?? 0.5) >= 0.5).toBe(exact.rightProbability >= 0.5);
      }
    });
  },
);
