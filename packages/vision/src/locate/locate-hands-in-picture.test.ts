import { expect, test } from "bun:test";
import { noTracking, SignifyError } from "@signify/core";
import { createManualClock } from "@signify/core/testing";
import { createSampler } from "../hands/sampling/create-sampler.ts";
import type { HandModels } from "../networks/hand-models.ts";
import { type LocatorParts, locateHandsInPicture } from "./locate-hands-in-picture.ts";

const forms = { palm: "planar-floats", hand: "planar-floats" } as const;
const settings = {
  minDetectionConfidence: 0.5,
  minTrackingConfidence: 0.5,
  maxHands: 2,
};

function setUp(parts: Partial<LocatorParts> = {}) {
  const clock = createManualClock();
  let palmLooks = 0;
  const models: HandModels = {
    forms,
    async detectPalms() {
      palmLooks += 1;
      return { boxes: new Float32Array(2016 * 18), scores: new Float32Array(2016).fill(-100) };
    },
    readHand: () => Promise.reject(new Error("there is no hand to read")),
  };
  const decoder = {
    decode() {
      clock.advance(5);
      return { data: new Uint8Array(4 * 16 * 8), width: 16, height: 8 };
    },
  };
  const all: LocatorParts = {
    decoder,
    sampler: createSampler(),
    models: { still: models, live: models },
    clock,
    settings,
    ...parts,
  };
  const locate = (mode: "live" | "still") =>
    locateHandsInPicture(all, { jpeg: new Uint8Array(1), mirrored: false, tracking: noTracking, mode });
  return { locate, looks: () => palmLooks };
}

test("a picture without a hand: zeros, its aspect, and the time that decoding took", async () => {
  const located = await setUp().locate("live");
  expect(located).toMatchObject({ hands: 0, aspect: 2, timings: { decode: 5 } });
  expect(located.landmarks).toEqual(new Float32Array(126));
});

test("a still picture gets more looks than a frame of a stream, which never costs more than two", async () => {
  const live = setUp();
  await live.locate("live");
  const still = setUp();
  await still.locate("still");
  expect(live.looks()).toBeLessThanOrEqual(2);
  expect(still.looks()).toBeGreaterThan(live.looks());
});

test("stills and frames of a stream are read by the networks meant for each", async () => {
  const asked: string[] = [];
  const named = (name: string): HandModels => ({
    forms,
    detectPalms() {
      asked.push(name);
      return Promise.reject(new Error("no palms either"));
    },
    readHand: () => Promise.reject(new Error("there is no hand to read")),
  });
  const { locate } = setUp({ models: { still: named("still"), live: named("live") } });
  await expect(locate("live")).rejects.toThrow();
  await expect(locate("still")).rejects.toThrow();
  expect(asked).toEqual(["live", "still"]);
});

test("a decoder's fault comes out as it is, before any network runs", async () => {
  const decoder = {
    decode(): never {
      throw new SignifyError("picture-too-large", "Expected a smaller one.");
    },
  };
  const { locate, looks } = setUp({ decoder });
  expect(locate("live")).rejects.toMatchObject({ code: "picture-too-large" });
  expect(looks()).toBe(0);
});
