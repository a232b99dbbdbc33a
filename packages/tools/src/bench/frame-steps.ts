import { landmarkFrameLength, noTracking, type ServerMessage } from "@signify/core";
import { encodeFrame } from "@signify/core/protocol";
import { createJpegDecoder, createOnnxHandModels, handNetworkPaths } from "@signify/vision";
import { createSampler, findHands, handInputSide, palmInputSide } from "@signify/vision/hands";
import { loadLetterModel, modelWindow } from "@signify/vision/letters";
import { correctionTimes } from "./correction-times.ts";
import { emptyPicture, handPicture } from "./pictures.ts";
import { stageTimes } from "./stages.ts";
import { mean, percentile, round, summarize, type Times, time } from "./statistics.ts";

/** Times of each step of one frame on one thread, and what follows from them. */
export type FrameSteps = {
  steps: Record<string, Times>;
  framesPerSecondPerCore: { tracked: number; searching: number };
  /** Our own code outside decoding and networks, as a share of a tracked frame. Aim: at most 0.12. */
  ownShareOfTrackedFrame: number;
  /** Palm network / hand network, both in float32. Aim: at most 1.2. */
  palmToHand: number;
};

const median = (samples: readonly number[]) => percentile(samples, 0.5);

/** Measures every step in this process; networks run on one thread. */
export async function measureFrameSteps(frames: number): Promise<FrameSteps> {
  const vision = await measureVision(frames);
  const letters = await measureLetters(frames);
  const stages = await stageTimes(frames);
  const correction = await correctionTimes(frames);
  const { tracked, searching, decode, palm, hand, liveHand } = vision;
  const own = vision.own.map((time, index) => time / (tracked[index] ?? Number.NaN));
  return {
    steps: Object.fromEntries(
      Object.entries({
        decode,
        "palm network": palm,
        "hand network, float32": hand,
        "hand network, int8": liveHand,
        warp: vision.warp,
        "all stages, letter model apart": stages,
        "what to correct, where it is asked": correction,
        ...letters,
        "tracked frame": tracked,
        "searching frame": searching,
      }).map(([step, samples]) => [step, summarize(samples)]),
    ),
    framesPerSecondPerCore: {
      tracked: round(1000 / median(tracked)),
      searching: round(1000 / mean(searching)),
    },
    ownShareOfTrackedFrame: round(median(own) + median(stages) / median(tracked)),
    palmToHand: round(median(palm) / median(hand)),
  };
}

/** Decoding, the networks by themselves, a frame with one followed hand, and a frame of a wall. */
async function measureVision(frames: number) {
  const picture = await handPicture();
  const wall = await emptyPicture();
  const sampler = createSampler();
  const decoder = createJpegDecoder({ room: sampler.room });
  const models = await createOnnxHandModels(handNetworkPaths("int8"));
  const palmInput = new Float32Array(3 * palmInputSide ** 2).fill(0.5);
  const handInput = new Float32Array(3 * handInputSide ** 2).fill(0.5);
  const region = { centerX: 2 / 3, centerY: 0.5, size: 0.8, rotation: 0.2 };
  const sampled = { side: handInputSide, border: "replicate", form: models.live.forms.hand } as const;
  const liveInput = sampler
    .open(await decoder.decode(picture))(region, sampled)
    .slice();
  const palm: number[] = [];
  const hand: number[] = [];
  const liveHand: number[] = [];
  // In turn, so that a machine that slows down slows all.
  await time(async () => {
    palm.push(await timeOnce(() => models.still.detectPalms(palmInput)));
    hand.push(await timeOnce(() => models.still.readHand(handInput)));
    liveHand.push(await timeOnce(() => models.live.readHand(liveInput)));
  }, frames);

  const found = await findHands(await decoder.decode(picture), {
    models: models.live,
    sampler,
    mode: "live",
  });
  if (found.hands.length === 0) throw new Error("the bench's picture must show a hand");
  let { tracking } = found;
  const warp: number[] = [];
  const own: number[] = [];
  const decode: number[] = [];
  const tracked: number[] = [];
  await time(async () => {
    const start = performance.now();
    const image = await decoder.decode(picture);
    const decoded = performance.now();
    const next = await findHands(image, {
      models: models.live,
      sampler,
      mode: "live",
      tracking,
      maxHands: 1,
    });
    const end = performance.now();
    tracking = next.tracking;
    decode.push(decoded - start);
    warp.push(next.timings.warp);
    own.push(end - decoded - next.timings.hand - next.timings.palm);
    tracked.push(end - start);
  }, frames);
  tracking = noTracking;
  const searching = await time(async () => {
    const image = await decoder.decode(wall);
    ({ tracking } = await findHands(image, { models: models.live, sampler, mode: "live", tracking }));
  }, frames);
  await models.release();
  return { palm, hand, liveHand, decode, warp, own, tracked, searching };
}

async function timeOnce(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const prediction: ServerMessage = {
  type: "prediction",
  sequence: 1,
  capturedAt: 12_345.6,
  epoch: 1,
  letter: "B",
  probability: 0.9123,
  target: "B",
  targetProbability: 0.9123,
  verdict: "shown",
  letterness: 0.98,
  top: [
    { letter: "B", probability: 0.9123 },
    { letter: "F", probability: 0.03 },
    { letter: "W", probability: 0.01 },
  ],
  milliseconds: { wait: 0.1, decode: 0.5, palm: 0, warp: 0.4, hand: 5, letter: 0.6 },
};

/** The letter model, and the wire. */
async function measureLetters(frames: number): Promise<Record<string, number[]>> {
  const model = await loadLetterModel();
  const windows = new Float32Array(32 * modelWindow * landmarkFrameLength).map(() => Math.random());
  const landmarks = new Float32Array(landmarkFrameLength);
  const samples = {
    "letter model, one window": await time(
      () => model.read(windows.subarray(0, windows.length / 32), 1),
      frames,
    ),
    "letter model, 32 windows": await time(() => model.read(windows, 32), Math.ceil(frames / 4)),
    "encode a landmark frame": await time(
      () => encodeFrame({ kind: "landmarks", landmarks, sequence: 1, capturedAt: 1, mirrored: false }),
      frames,
    ),
    "encode a prediction": await time(() => JSON.stringify(prediction), frames),
  };
  await model.release();
  return samples;
}
