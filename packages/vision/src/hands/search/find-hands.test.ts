import { describe, expect, test } from "bun:test";
import { type HandTracking, noTracking } from "@signify/core";
import type { RgbaImage } from "../../pictures/rgba-image.ts";
import { ScriptedModels } from "../../testing/scripted-models.ts";
import { createSampler } from "../sampling/create-sampler.ts";
import { findHands } from "./find-hands.ts";
import { searchInterval } from "./search-hands.ts";
import { livePlan, stillPlan } from "./search-plan.ts";

const image: RgbaImage = { data: new Uint8Array(4 * 64 * 48), width: 64, height: 48 };
const sampler = createSampler();
const palm = { score: 0.9, x: 0.5, y: 0.5 };
const otherPalm = { score: 0.8, x: 0.2, y: 0.4 };

/** Models whose palm network reads any shape. */
function croppingModels(...script: ConstructorParameters<typeof ScriptedModels>): ScriptedModels {
  const models = new ScriptedModels(...script);
  models.palmsInAnyShape = true;
  return models;
}

/** Runs frames of a camera one after the other. */
async function live(
  models: ScriptedModels,
  frames: number,
  tracking: HandTracking = noTracking,
  maxHands = 2,
) {
  const results = [];
  let state = tracking;
  for (let frame = 0; frame < frames; frame++) {
    const palmsBefore = models.palmRuns;
    const result = await findHands(image, { models, sampler, mode: "live", tracking: state, maxHands });
    state = result.tracking;
    results.push({ ...result, palmRuns: models.palmRuns - palmsBefore });
  }
  return results;
}

describe("findHands in live frames", () => {
  test("finds a hand with one look and then follows it without the palm network", async () => {
    const models = new ScriptedModels([[palm]], [{ presence: 1 }]);
    const frames = await live(models, 5, noTracking, 1);
    expect(frames.map(({ hands }) => hands.length)).toEqual([1, 1, 1, 1, 1]);
    expect(models.palmRuns).toBe(1);
    expect(models.handRuns).toBe(5);
  });

  test("takes one look a frame, and goes through the whole plan and round again", async () => {
    const models = croppingModels([[]], [{ presence: 0 }]);
    const frames = await live(models, 2 * livePlan.length);
    expect(frames.every(({ palmRuns }) => palmRuns === 1)).toBe(true);
    const turns = livePlan.map((_, index) => (index + 1) % livePlan.length);
    expect(frames.map(({ tracking }) => tracking.nextLook)).toEqual([...turns, ...turns]);
  });

  test("shows the palm network the strides that hold the picture, and in each round the whole picture three times", async () => {
    const models = croppingModels([[]], [{ presence: 0 }]);
    await live(models, livePlan.length);
    const sides = models.shapes.map(({ width, height }) => `${width} × ${height}`);
    expect(sides.slice(0, 4)).toEqual(["128 × 96", "192 × 160", "96 × 96", "96 × 96"]);
    const often = (side: string) => sides.filter((one) => one === side).length;
    expect(often("192 × 160")).toBe(3 * (livePlan.length / 11));
    // The rare looks at whole squares.
    expect(often("192 × 192")).toBe(3);
  });

  test("takes two looks a frame in squares, where the palm network reads nothing else", async () => {
    const models = new ScriptedModels([[]], [{ presence: 0 }]);
    const frames = await live(models, livePlan.length);
    expect(frames.every(({ palmRuns }) => palmRuns === 2)).toBe(true);
    expect(models.shapes.every(({ width, height }) => width === 192 && height === 192)).toBe(true);
    expect(new Set(frames.map(({ tracking }) => tracking.nextLook)).size).toBe(livePlan.length / 2);
  });

  test("starts anew at a turn that no plan has", async () => {
    const models = croppingModels([[]], [{ presence: 0 }]);
    const [frame] = await live(models, 1, { ...noTracking, nextLook: 7 * livePlan.length });
    expect(frame?.tracking.nextLook).toBe(1);
    expect(models.shapes).toEqual([{ width: 128, height: 96 }]);
  });

  test("searches for a second hand only now and then", async () => {
    const models = new ScriptedModels([[palm]], [{ presence: 1 }]);
    // The looks of one scale, so that the palm is the same one in all of them.
    const atFirstLook = { ...noTracking, nextLook: 1 };
    const frames = await live(models, 3 * searchInterval + 1, atFirstLook);
    const searches = frames.flatMap(({ palmRuns }, frame) => (palmRuns > 0 ? [frame] : []));
    expect(searches).toEqual([0, searchInterval, 2 * searchInterval, 3 * searchInterval]);
    expect(frames.every(({ hands }) => hands.length === 1)).toBe(true);
  });

  test("takes in a second hand, and does not search while it has both", async () => {
    const models = new ScriptedModels([[palm], [palm, otherPalm]], [{ presence: 1 }]);
    const frames = await live(models, 2 * searchInterval + 2);
    expect(frames.map(({ hands }) => hands.length)).toEqual([
      ...new Array(searchInterval).fill(1),
      ...new Array(searchInterval + 2).fill(2),
    ]);
    expect(models.palmRuns).toBe(2);
  });

  test("does not take a hand in again that a palm beside it leads to", async () => {
    const beside = { score: 0.9, x: 0.6, y: 0.5 };
    const known = new Array(searchInterval + 1).fill({ presence: 1 });
    const ledTo = (aside: number) =>
      new ScriptedModels([[palm], [beside]], [...known, { presence: 1, aside }, { presence: 1 }]);
    const atFirstLook = { ...noTracking, nextLook: 1 };
    const last = async (models: ScriptedModels) =>
      (await live(models, searchInterval + 1, atFirstLook)).at(-1);
    const [same, another] = [await last(ledTo(-60)), await last(ledTo(0))];
    expect([same?.palmRuns, same?.hands.length]).toEqual([1, 1]);
    expect([another?.palmRuns, another?.hands.length]).toEqual([1, 2]);
  });

  test("looks twice at once when the hand is lost, then once a frame", async () => {
    const models = croppingModels([[palm], []], [{ presence: 1 }, { presence: 0.2 }]);
    const frames = await live(models, 3);
    expect(frames.map(({ hands }) => hands.length)).toEqual([1, 0, 0]);
    expect(frames.map(({ palmRuns }) => palmRuns)).toEqual([1, 2, 1]);
    expect(frames[1]?.tracking.tracks).toEqual([]);
  });

  test("makes one of two tracks that ran into the same hand", async () => {
    const region = { centerX: 0.6, centerY: 0.5, size: 0.5, rotation: 0 };
    const tracks = [
      { region, rightProbability: 1 },
      { region: { ...region, centerX: 0.62 }, rightProbability: 0 },
    ];
    const models = new ScriptedModels([[]], [{ presence: 0.8 }, { presence: 0.9 }]);
    const [frame] = await live(models, 1, { tracks, framesSinceSearch: 0, nextLook: 0 });
    expect(frame?.hands.map(({ presence }) => presence)).toEqual([0.9]);
  });

  test("does not let a single frame change which hand it is", async () => {
    const readings = [1, 1, 1, 0, 1].map((rightProbability) => ({ presence: 1, rightProbability }));
    const frames = await live(new ScriptedModels([[palm]], readings), 5);
    expect(frames.every(({ hands }) => (hands[0]?.rightProbability ?? 0) > 0.5)).toBe(true);
  });

  test("changes its mind about which hand it is after some frames", async () => {
    const readings = [
      { presence: 1, rightProbability: 1 },
      { presence: 1, rightProbability: 0 },
    ];
    const frames = await live(new ScriptedModels([[palm]], readings), 6);
    expect(frames.at(-1)?.hands[0]?.rightProbability).toBeLessThan(0.5);
  });

  test("drops a track that cannot be", async () => {
    const region = { centerX: Number.NaN, centerY: 0.5, size: 0.5, rotation: 0 };
    const models = new ScriptedModels([[]], [{ presence: 1 }]);
    const tracks = [{ region, rightProbability: 1 }];
    const [frame] = await live(models, 1, { tracks, framesSinceSearch: 0, nextLook: 0 });
    expect(frame?.hands).toEqual([]);
    expect(models.handRuns).toBe(0);
  });

  test("does not change the tracking that it was given", async () => {
    await live(new ScriptedModels([[palm]], [{ presence: 1 }]), 1);
    expect(noTracking).toEqual({ tracks: [], framesSinceSearch: 0, nextLook: 0 });
  });
});

describe("findHands in a still", () => {
  test("takes every look of the plan before it gives up", async () => {
    const models = new ScriptedModels([[]], [{ presence: 0 }]);
    const { hands } = await findHands(image, { models, sampler, mode: "still" });
    expect(hands).toEqual([]);
    expect(models.palmRuns).toBe(stillPlan.length);
  });

  test("stops at the first look that finds a hand", async () => {
    const models = new ScriptedModels([[], [palm]], [{ presence: 1 }]);
    const { hands } = await findHands(image, { models, sampler, mode: "still" });
    expect(hands.length).toBe(1);
    expect(models.palmRuns).toBe(2);
  });

  test("finds two hands in one look, and one where only one is asked for", async () => {
    for (const maxHands of [1, 2]) {
      const models = new ScriptedModels([[palm, otherPalm]], [{ presence: 1 }]);
      const { hands } = await findHands(image, { models, sampler, mode: "still", maxHands });
      expect(hands.length).toBe(maxHands);
    }
  });

  test("ignores the tracking of a camera", async () => {
    const region = { centerX: 0.6, centerY: 0.5, size: 0.5, rotation: 0 };
    const tracking = { tracks: [{ region, rightProbability: 1 }], framesSinceSearch: 3, nextLook: 1 };
    const models = new ScriptedModels([[]], [{ presence: 1 }]);
    expect((await findHands(image, { models, sampler, mode: "still", tracking })).hands).toEqual([]);
  });

  test("says where the time went", async () => {
    let now = 0;
    const models = new ScriptedModels([[palm]], [{ presence: 1 }]);
    const { timings } = await findHands(image, { models, sampler, mode: "still", clock: () => now++ });
    expect(timings).toEqual({ palm: 1, warp: 2, hand: 1 });
  });
});
