import { noTracking } from "@signify/core";
import { createJpegDecoder, createOnnxHandModels, handNetworkPaths } from "@signify/vision";
import { createSampler, findHands } from "@signify/vision/hands";
import { emptyPicture, handPicture } from "./pictures.ts";
import { mean, percentile, round, time } from "./statistics.ts";

/**
 * Median milliseconds of a frame, theirs and ours, on the same core in turn, and the median of the ratios: a tracked frame with
 * the hand network that live frames have, and with the exact one; and a frame of nobody: the mean
 * over the looks that ours takes in turn from frame to frame, of which some cost four times as much as others.
 */
export type PeerComparison = Record<
  "one hand allowed" | "two hands allowed",
  { python: number; int8: number; int8Ratio: number; float32: number; float32Ratio: number }
> & { "no hand": { python: number; ours: number; ratio: number } };

const networks = ["int8", "float32"] as const;
type Network = (typeof networks)[number];

/**
 * Runs the Python stack's `frame.py` and our tracked frame in turn. `python` is an interpreter that has mediapipe; the
 * script says how to set it up. Pin this process to one core (`taskset -c 0`): the child inherits that.
 */
export async function comparePython(python: string, script: string, rounds: number): Promise<PeerComparison> {
  const theirs: Record<string, number[]> = { 1: [], 2: [] };
  const ours: Record<Network, Record<string, number[]>> = {
    int8: { 1: [], 2: [] },
    float32: { 1: [], 2: [] },
  };
  const nobody: { python: number[]; ours: number[] } = { python: [], ours: [] };
  for (let index = 0; index < rounds; index++) {
    const output = await new Response(
      Bun.spawn([python, script], { stdout: "pipe", stderr: "ignore" }).stdout,
    ).text();
    for (const line of output.trim().split("\n")) {
      const row = JSON.parse(line);
      if (row.frame === "tracked") theirs[row["hands allowed"]]?.push(row.wall_ms_median);
      else if (row["hands allowed"] === 1) nobody.python.push(row.wall_ms_median);
    }
    nobody.ours.push(await searchingFrame());
    for (const network of networks) {
      for (const allowed of [1, 2]) {
        ours[network][allowed]?.push(percentile(await trackedFrame(allowed, network), 0.5));
      }
    }
  }
  const middle = (samples: readonly number[]) => round(percentile(samples, 0.5));
  const compare = (allowed: number) => {
    const python = theirs[allowed] ?? [];
    const [int8 = [], float32 = []] = networks.map((network) => ours[network][allowed] ?? []);
    const ratio = (samples: readonly number[]) =>
      middle(python.map((time, index) => time / (samples[index] ?? Number.NaN)));
    return {
      python: middle(python),
      int8: middle(int8),
      int8Ratio: ratio(int8),
      float32: middle(float32),
      float32Ratio: ratio(float32),
    };
  };
  const ratios = nobody.python.map((python, index) => python / (nobody.ours[index] ?? Number.NaN));
  return {
    "one hand allowed": compare(1),
    "two hands allowed": compare(2),
    "no hand": { python: middle(nobody.python), ours: middle(nobody.ours), ratio: middle(ratios) },
  };
}

/** Mean milliseconds of a frame of nobody, by the median of each look in its turn. */
async function searchingFrame(): Promise<number> {
  const picture = await emptyPicture();
  const sampler = createSampler();
  const decoder = createJpegDecoder({ room: sampler.room });
  const models = await createOnnxHandModels(handNetworkPaths("int8"));
  let tracking = noTracking;
  const turns: number[] = [];
  const samples = await time(async () => {
    turns.push(tracking.nextLook);
    const image = await decoder.decode(picture);
    ({ tracking } = await findHands(image, { models: models.live, sampler, mode: "live", tracking }));
  }, 144);
  await models.release();
  const timed = turns.slice(-samples.length);
  const timesOf = (turn: number) => samples.filter((_, index) => timed[index] === turn);
  return mean([...new Set(timed)].map((turn) => percentile(timesOf(turn), 0.5)));
}

async function trackedFrame(maxHands: number, network: Network): Promise<number[]> {
  const picture = await handPicture();
  const sampler = createSampler();
  const decoder = createJpegDecoder({ room: sampler.room });
  const models = await createOnnxHandModels(handNetworkPaths(network));
  let { tracking } = await findHands(await decoder.decode(picture), {
    models: models.live,
    sampler,
    mode: "live",
  });
  const samples = await time(async () => {
    const found = await findHands(await decoder.decode(picture), {
      models: models.live,
      sampler,
      mode: "live",
      tracking,
      maxHands,
    });
    tracking = found.tracking;
  }, 150);
  await models.release();
  return samples;
}
