import { expect, test } from "bun:test";
import { noTracking } from "@signify/core";
import { createManualClock, settleMicrotasks } from "@signify/core/testing";
import { createScriptedSpawn } from "../testing/scripted-children.ts";
import type { FreeProcess } from "./free-process.ts";
import { keepProcesses } from "./keep-processes.ts";

const picture = { jpeg: new Uint8Array([1]), mirrored: false, mode: "live", tracking: noTracking } as const;

function keep(size: number) {
  const timers = createManualClock();
  const { spawn, children } = createScriptedSpawn();
  const free: FreeProcess[] = [];
  const restarts: number[] = [];
  const keeper = keepProcesses({
    size,
    spawn,
    clock: timers,
    timers,
    timeout: 1000,
    onFree: (process) => void free.push(process),
    onRestart: (delay) => void restarts.push(delay),
  });
  keeper.start();
  return { timers, children, free, restarts, keeper };
}

test("a process is free when its networks are loaded, and again each time when it was given back", async () => {
  const { children, free } = keep(1);
  expect(free).toHaveLength(0);
  children[0]?.ready();
  expect(free).toHaveLength(1);
  const located = free[0]?.locate(picture);
  children[0]?.answer();
  await located;
  expect(free).toHaveLength(1);
  free[0]?.release();
  free[0]?.release();
  expect(free).toHaveLength(2);
  expect(free[1]?.place).toBe("local");
});

test("one that dies of a picture is not free any more, and says that it was the picture", async () => {
  const { timers, children, free, restarts, keeper } = keep(1);
  children[0]?.ready();
  const located = free[0]?.locate(picture).catch(() => {});
  children[0]?.exit();
  await located;
  free[0]?.release();
  expect([free[0]?.broke, free[0]?.alive, free.length, keeper.ready]).toEqual([true, false, 1, 0]);
  expect(restarts).toEqual([100]);
  timers.advance(100);
  children[1]?.ready();
  expect([free.length, keeper.ready]).toEqual([2, 1]);
});

test("a picture that was read well sets the delay of the next start back", async () => {
  const { timers, children, free, restarts } = keep(1);
  for (let time = 0; time < 3; time++) {
    children.at(-1)?.exit();
    timers.advance(restarts.at(-1) ?? 0);
  }
  children.at(-1)?.ready();
  const located = free[0]?.locate(picture);
  children.at(-1)?.answer();
  await located;
  children.at(-1)?.exit();
  expect(restarts).toEqual([100, 200, 400, 100]);
});

test("none at all are ready at once", async () => {
  const { keeper } = keep(0);
  await keeper.allReady;
  await keeper.stop(0);
});

test("stopped, a process in the middle of a picture may finish it; nobody is told that it is free", async () => {
  const { children, free, keeper } = keep(2);
  for (const child of children) child.ready();
  const located = free[0]?.locate(picture);
  const stopped = keeper.stop(1000);
  children[0]?.answer();
  await located;
  free[0]?.release();
  for (const child of children) child.exit();
  await stopped;
  await settleMicrotasks();
  expect(free).toHaveLength(2);
});
