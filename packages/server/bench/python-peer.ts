import { findHands } from "@signify/core/hands";
import { handModelPaths } from "@signify/models";
import { createJpegDecoder } from "../src/vision/jpeg-decoder.ts";
import { createOnnxHandModels } from "../src/vision/onnx-hand-models.ts";
import { handPicture } from "./pictures.ts";
import { percentile, round, time } from "./statistics.ts";

/** Median milliseconds of a tracked frame, theirs and ours, on the same core in turn, and the median of the ratios. */
export type PeerComparison = Record<
  "one hand allowed" | "two hands allowed",
  { python: number; signify: number; ratio: number }
>;

/**
 * Runs the Python stack's `frame.py` and our tracked frame in turn. `python` is an interpreter that has mediapipe; the
 * script says how to set it up. Pin this process to one core (`taskset -c 0`): the child inherits that.
 */
export async function comparePython(python: string, script: string, rounds: number): Promise<PeerComparison> {
  const theirs: Record<string, number[]> = { 1: [], 2: [] };
  const ours: Record<string, number[]> = { 1: [], 2: [] };
  for (let index = 0; index < rounds; index++) {
    const output = await new Response(
      Bun.spawn([python, script], { stdout: "pipe", stderr: "ignore" }).stdout,
    ).text();
    for (const line of output.trim().split("\n")) {
      const row = JSON.parse(line);
      if (row.frame === "tracked") theirs[row["hands allowed"]]?.push(row.wall_ms_median);
    }
    for (const allowed of [1, 2]) ours[allowed]?.push(percentile(await trackedFrame(allowed), 0.5));
  }
  const compare = (allowed: number) => {
    const python = theirs[allowed] ?? [];
    const signify = ours[allowed] ?? [];
    const ratios = python.map((time, index) => time / (signify[index] ?? Number.NaN));
    const middle = (samples: readonly number[]) => round(percentile(samples, 0.5));
    return { python: middle(python), signify: middle(signify), ratio: middle(ratios) };
  };
  return { "one hand allowed": compare(1), "two hands allowed": compare(2) };
}

async function trackedFrame(maxHands: number): Promise<number[]> {
  const picture = await handPicture();
  const decoder = createJpegDecoder();
  const models = await createOnnxHandModels(handModelPaths());
  let { tracking } = await findHands(await decoder.decode(picture), { models, mode: "stream" });
  const samples = await time(async () => {
    const found = await findHands(await decoder.decode(picture), {
      models,
      mode: "stream",
      tracking,
      maxHands,
    });
    tracking = found.tracking;
  }, 150);
  await models.release();
  return samples;
}
