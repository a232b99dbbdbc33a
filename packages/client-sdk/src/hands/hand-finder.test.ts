import { describe, expect, test } from "bun:test";
import { type Hand, type HandTracking, landmarkCount } from "@signify/core";
import { createManualClock } from "@signify/core/testing";
import { createSampler, type findHands, type HandModels } from "@signify/vision/hands";
import { createHandFinder } from "./hand-finder.ts";

const image = { data: new Uint8Array(4), width: 1, height: 1 };
const handAt = (x: number): Hand => ({
  landmarks: new Float32Array(3 * landmarkCount).fill(x),
  presence: 1,
  rightProbability: 1,
});
const tracked = (x: number) => ({
  region: { centerX: x, centerY: 0, size: 1, rotation: 0 },
  rightProbability: 1,
});

/** A finder of hands in a scene, and how it searched. As the real search it finds a second hand when that is due. */
function setUp({ maxHands = 1, mode = "live" as const } = {}) {
  const clock = createManualClock();
  const scene = { hands: 1 };
  const searches: { mode: string; maxHands: number | undefined; tracking: HandTracking | undefined }[] = [];
  const find = (async (_, { mode, maxHands, tracking }) => {
    searches.push({ mode, maxHands, tracking });
    const isDue = (tracking?.framesSinceSearch ?? 0) >= 10;
    const known = tracking?.tracks.length ?? 0;
    const count = Math.min(scene.hands, known === 0 || isDue ? (maxHands ?? 2) : known);
    const places = Array.from({ length: count }, (_, index) => index);
    return {
      hands: places.map(handAt),
      tracking: { tracks: places.map(tracked), framesSinceSearch: 0, nextLook: 0 },
      timings: { palm: 0, warp: 0, hand: 0, decode: 0 },
    };
  }) as typeof findHands;
  const models = {} as HandModels;
  const look = createHandFinder({ models, sampler: createSampler(), mode, maxHands }, { clock, find });
  /** Pictures of a camera of ten a second; what was told of the last one. */
  const film = async (milliseconds: number) => {
    let last = await look(image);
    for (let passed = 100; passed < milliseconds; passed += 100) {
      clock.advance(100);
      last = await look(image);
    }
    clock.advance(100);
    return last;
  };
  const glances = () => searches.filter(({ maxHands }) => maxHands === 2).length;
  return { scene, searches, look, film, glances };
}

describe("createHandFinder", () => {
  test("of one wanted hand it glances for a second one every two seconds, and no more", async () => {
    const { film, glances } = setUp();
    expect(await film(10_000)).toMatchObject({ moreHands: false });
    expect(glances()).toBe(5);
  });

  test("a second hand is told when it was seen twice, and is neither answered nor followed", async () => {
    const { scene, searches, film } = setUp();
    await film(1000);
    scene.hands = 2;
    expect((await film(1500)).moreHands).toBe(false);
    const { hands, moreHands } = await film(500);
    expect(moreHands).toBe(true);
    expect(hands.map(({ landmarks }) => landmarks[0])).toEqual([0]);
    expect(searches.every(({ tracking }) => (tracking?.tracks.length ?? 0) <= 1)).toBe(true);
  });

  test("what is taken for a hand for a moment is not told", async () => {
    const { scene, film } = setUp();
    await film(1900);
    scene.hands = 2;
    await film(400);
    scene.hands = 1;
    for (let second = 0; second < 5; second += 1) expect((await film(1000)).moreHands).toBe(false);
  });

  test("a second hand that is gone is told no more after two glances", async () => {
    const { scene, film } = setUp();
    scene.hands = 2;
    expect((await film(3000)).moreHands).toBe(true);
    scene.hands = 1;
    expect((await film(3000)).moreHands).toBe(false);
  });

  test("glances for no second hand while it looks for the first", async () => {
    const { scene, film, glances } = setUp();
    scene.hands = 0;
    expect(await film(5000)).toEqual({ hands: [], moreHands: false });
    expect(glances()).toBe(0);
  });

  test("of two wanted hands both are answered, and nothing is more", async () => {
    const { scene, film, searches } = setUp({ maxHands: 2 });
    scene.hands = 2;
    const { hands, moreHands } = await film(3000);
    expect(hands).toHaveLength(2);
    expect(moreHands).toBe(false);
    expect(searches.every(({ tracking }) => tracking?.framesSinceSearch === 0)).toBe(true);
  });

  test("a still between two frames is looked at by itself, and the followed hand is followed on", async () => {
    const { scene, searches, look } = setUp();
    await look(image);
    scene.hands = 2;
    expect((await look(image, { still: true })).hands).toHaveLength(2);
    expect(searches.at(-1)).toMatchObject({ mode: "still", maxHands: 2, tracking: { tracks: [] } });
    await look(image);
    expect(searches.at(-1)?.tracking?.tracks).toHaveLength(1);
  });
});
