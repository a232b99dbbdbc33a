import { expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import { type HandModels, noTracking } from "@signify/core/hands";
import { deferred, pictureFrame, settleMicrotasks } from "@signify/core/testing";
import { createLocalLocator } from "./local-locator.ts";
import type { LocatorParts } from "./locate-hands-in-picture.ts";

const noHands: HandModels = {
  detectPalms: async () => ({
    boxes: new Float32Array(2016 * 18),
    scores: new Float32Array(2016).fill(-100),
  }),
  readHand: () => Promise.reject(new Error("there is no hand to read")),
};

const image = { data: new Uint8Array(4 * 8 * 8), width: 8, height: 8 };

function partsWith(decoder: LocatorParts["decoder"]): LocatorParts {
  const settings = {
    minDetectionConfidence: 0.5,
    minTrackingConfidence: 0.5,
    maxHands: 2,
    maxPictureSide: 4096,
    maxDecodedSide: 1280,
  };
  return { decoder, models: { still: noHands, live: noHands }, clock: () => 0, settings };
}

const signal = new AbortController().signal;

test("pictures are looked at one after the other, however many ask at once", async () => {
  const first = deferred<typeof image>();
  let decoding = 0;
  const locator = createLocalLocator(
    partsWith({
      decode() {
        decoding += 1;
        return decoding === 1 ? first.promise : image;
      },
    }),
  );
  const looks = [await locator.acquire(signal), await locator.acquire(signal)].map((lease) =>
    lease.locate(pictureFrame(), noTracking, "live"),
  );
  await settleMicrotasks();
  expect(decoding).toBe(1);
  first.resolve(image);
  await Promise.all(looks);
  expect(decoding).toBe(2);
});

test("a picture that cannot be read fails alone", async () => {
  let first = true;
  const locator = createLocalLocator(
    partsWith({
      decode() {
        if (!first) return image;
        first = false;
        throw new SignifyError("bad-picture", "Expected a JPEG picture.");
      },
    }),
  );
  const one = (await locator.acquire(signal)).locate(pictureFrame(), noTracking, "live");
  const other = (await locator.acquire(signal)).locate(pictureFrame(), noTracking, "live");
  expect(one).rejects.toMatchObject({ code: "bad-picture" });
  expect((await other).hands).toBe(0);
});
