import { noTracking } from "@signify/core";
import { createJpegDecoder, createOnnxHandModels, handNetworkPaths } from "@signify/vision";
import { createSampler, findHands } from "@signify/vision/hands";
import { emptyPicture, handPicture } from "../pictures.ts";
import { round } from "../statistics.ts";

const batches = 12;
/** As many as the looks of the plan by which nobody is found. */
const framesOfBatch = 44;

/** Milliseconds of processor time of a frame with one followed hand, and of one in which nobody is found. */
export async function measureVisionCosts() {
  const sampler = createSampler();
  const decoder = createJpegDecoder({ room: sampler.room });
  const models = await createOnnxHandModels(handNetworkPaths("int8"));
  const options = { models: models.live, sampler, mode: "live" as const };
  const [hand, wall] = [await handPicture(), await emptyPicture()];
  let { tracking } = await findHands(await decoder.decode(hand), options);
  if (tracking.tracks.length === 0) throw new Error("Expected a picture of a hand.");
  const follow = async () => {
    ({ tracking } = await findHands(await decoder.decode(hand), { ...options, tracking, maxHands: 1 }));
  };
  let nobody = noTracking;
  const search = async () => {
    ({ tracking: nobody } = await findHands(await decoder.decode(wall), { ...options, tracking: nobody }));
  };
  const tracked: number[] = [];
  const searching: number[] = [];
  for (let batch = 0; batch < batches; batch++) {
    tracked.push(await costOf(follow));
    searching.push(await costOf(search));
  }
  await models.release();
  const figures = (samples: number[]) => ({
    least: round(Math.min(...samples)),
    median: round(samples.sort((one, other) => one - other)[samples.length >> 1] ?? Number.NaN),
  });
  return { tracked: figures(tracked), searching: figures(searching) };
}

async function costOf(run: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  for (let frame = 0; frame < framesOfBatch; frame++) await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / framesOfBatch;
}
