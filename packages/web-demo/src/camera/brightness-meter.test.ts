import { expect, test } from "bun:test";
import { settleMicrotasks } from "@signify/core/testing";
import { createBrightnessMeter } from "./brightness-meter.ts";

const video = {} as HTMLVideoElement;
const gray = (value: number) => [value, value, value, 255];

test("a call answers what the one before has measured", async () => {
  const shown = [gray(20), gray(200)];
  const brightness = createBrightnessMeter(video, async () => shown.shift() ?? []);
  expect(brightness()).toBeUndefined();
  await settleMicrotasks();
  expect(brightness()).toBeCloseTo(20);
  await settleMicrotasks();
  expect(brightness()).toBeCloseTo(200);
});

test("one picture is read at a time", async () => {
  const reads: ((pixels: number[]) => void)[] = [];
  const brightness = createBrightnessMeter(video, () => new Promise((resolve) => reads.push(resolve)));
  brightness();
  brightness();
  expect(reads).toHaveLength(1);
  reads[0]?.(gray(50));
  await settleMicrotasks();
  expect(brightness()).toBeCloseTo(50);
  expect(reads).toHaveLength(2);
});

test("a video that shows nothing any more has no brightness, until it shows something again", async () => {
  const answers = [async () => gray(50), () => Promise.reject(new Error("no picture")), async () => gray(60)];
  const brightness = createBrightnessMeter(video, () => answers.shift()?.() ?? Promise.resolve([]));
  brightness();
  await settleMicrotasks();
  expect(brightness()).toBeCloseTo(50);
  await settleMicrotasks();
  expect(brightness()).toBeUndefined();
  await settleMicrotasks();
  expect(brightness()).toBeCloseTo(60);
});
