import { noTracking, systemClock, systemTimers } from "@signify/core";
import { readSettings } from "@signify/server/settings";
import { createVisionSpawn, startVisionProcess, type VisionProcess } from "@signify/workers";
import { visionSettings } from "@signify/workers/settings";
import { percentile, round } from "./statistics.ts";

/** Frames per second of one and of two vision processes by themselves, and the ratio (pairs in turn). Aim: at least 1.8. */
export type VisionProcessFigures = { one: number; two: number; ratio: number };

const milliseconds = 2000;

/** Keeps one vision process busy, then two at once, with tracked frames and no server around them. */
export async function measureVisionProcesses(
  picture: Uint8Array,
  rounds: number,
): Promise<VisionProcessFigures> {
  const processes = await Promise.all([startProcess(), startProcess()]);
  const run = (busy: readonly VisionProcess[]) => framesPerSecond(busy, picture);
  await run(processes);
  const one: number[] = [];
  const two: number[] = [];
  for (let round = 0; round < rounds; round++) {
    one.push(await run(processes.slice(0, 1)));
    two.push(await run(processes));
  }
  for (const process of processes) process.kill();
  const ratios = one.map((frames, index) => (two[index] ?? Number.NaN) / frames);
  return {
    one: round(percentile(one, 0.5)),
    two: round(percentile(two, 0.5)),
    ratio: round(percentile(ratios, 0.5)),
  };
}

/** Frames per second of two vision processes that are started for it. */
export async function twoAlone(picture: Uint8Array): Promise<number> {
  const processes = await Promise.all([startProcess(), startProcess()]);
  await framesPerSecond(processes, picture);
  const frames = await framesPerSecond(processes, picture);
  for (const process of processes) process.kill();
  return frames;
}

async function framesPerSecond(busy: readonly VisionProcess[], picture: Uint8Array): Promise<number> {
  const end = performance.now() + milliseconds;
  const frames = await Promise.all(busy.map((process) => keepBusy(process, picture, end)));
  return (1000 * frames.reduce((sum, count) => sum + count, 0)) / milliseconds;
}

async function startProcess(): Promise<VisionProcess> {
  const ready = Promise.withResolvers<void>();
  const process = startVisionProcess({
    spawn: createVisionSpawn(visionSettings(readSettings({}))),
    timers: systemTimers,
    clock: systemClock,
    timeout: 10_000,
    onReady: ready.resolve,
    onExit() {},
  });
  await ready.promise;
  return process;
}

async function keepBusy(process: VisionProcess, jpeg: Uint8Array, end: number): Promise<number> {
  let tracking = noTracking;
  let frames = 0;
  for (; performance.now() < end; frames++) {
    ({ tracking } = await process.locate({ jpeg, mirrored: false, tracking, mode: "live" }));
  }
  return frames;
}
