import { describe, expect, test } from "bun:test";
import { noTracking, SignifyError } from "@signify/core";
import { createManualClock, locatedHands, settleMicrotasks } from "@signify/core/testing";
import { createScriptedSpawn } from "../testing/scripted-children.ts";
import { startVisionProcess } from "./vision-process.ts";

const picture = {
  jpeg: new Uint8Array([1, 2, 3]),
  mirrored: true,
  tracking: noTracking,
  mode: "live",
} as const;

function start(timeout = 1000) {
  const told: string[] = [];
  const timers = createManualClock();
  const { spawn, children } = createScriptedSpawn();
  const visionProcess = startVisionProcess({
    spawn,
    timers,
    clock: timers,
    timeout,
    maxMemory: 1000,
    onReady: () => told.push("ready"),
    onExit: (reason) => told.push(reason),
  });
  const [child] = children;
  if (!child) throw new Error("expected a child");
  return { visionProcess, child, timers, told };
}

test("tells when it is ready and when it has ended", () => {
  const { child, told } = start();
  child.ready();
  child.exit();
  expect(told).toEqual(["ready", "ended"]);
});

test("a picture goes out with all that the process has to know, and its hands come back", async () => {
  const { visionProcess, child, timers } = start();
  child.ready();
  const located = visionProcess.locate(picture);
  expect(child.sent).toEqual([{ type: "locate", id: 0, ...picture }]);
  child.answer();
  expect(await located).toEqual(locatedHands());
  expect(timers.pending).toBe(0);
});

test("a fault that the process names comes out by its name", async () => {
  const { visionProcess, child, timers } = start();
  child.ready();
  const located = visionProcess.locate(picture);
  child.say({ type: "failed", id: 0, code: "bad-picture", message: "Expected a JPEG picture." });
  expect(located).rejects.toEqual(new SignifyError("bad-picture", "Expected a JPEG picture."));
  expect(timers.pending).toBe(0);
});

test("one picture at a time: a second is refused and not sent", async () => {
  const { visionProcess, child } = start();
  visionProcess.locate(picture);
  expect(visionProcess.locate(picture)).rejects.toMatchObject({ code: "vision-failed" });
  expect(child.sent).toHaveLength(1);
});

describe("a process that dies", () => {
  test("in mid-picture fails that picture, and tells of its end after that", async () => {
    const { visionProcess, child, told, timers } = start();
    const located = visionProcess.locate(picture).catch((error: SignifyError) => told.push(error.code));
    child.exit();
    await located;
    expect(told.sort()).toEqual(["ended", "vision-failed"]);
    expect(timers.pending).toBe(0);
  });

  test("takes no more pictures", () => {
    const { visionProcess, child } = start();
    child.exit();
    expect(visionProcess.alive).toBe(false);
    expect(visionProcess.locate(picture)).rejects.toMatchObject({ code: "vision-failed" });
    expect(child.sent).toHaveLength(0);
  });
});

describe("loading", () => {
  test("that takes too long ends the process, by name", () => {
    const { child, timers, told } = start();
    timers.advance(14_999);
    expect(child.killed).toBe(false);
    timers.advance(1);
    expect(child.killed).toBe(true);
    child.exit();
    expect(told).toEqual(["slow-to-load"]);
    expect(timers.pending).toBe(0);
  });

  test("that fails is told by name", () => {
    const { child, timers, told } = start();
    child.fail();
    expect(told).toEqual(["not-loaded"]);
    expect(timers.pending).toBe(0);
  });

  test("may take as long as six pictures, and its time ends with it", () => {
    const { child, timers } = start(10_000);
    timers.advance(59_999);
    child.ready();
    timers.advance(60_000);
    expect(child.killed).toBe(false);
  });
});

describe("a picture that takes too long", () => {
  test("fails, and its process is killed, by name", async () => {
    const { visionProcess, child, timers, told } = start();
    const located = visionProcess.locate(picture);
    timers.advance(999);
    expect(child.killed).toBe(false);
    timers.advance(1);
    expect(child.killed).toBe(true);
    expect(located).rejects.toMatchObject({ code: "vision-failed" });
    child.exit();
    expect(told).toEqual(["slow-picture"]);
  });

  test("leaves a process that takes no more pictures, although it is not gone yet", async () => {
    const { visionProcess, child, timers } = start();
    visionProcess.locate(picture).catch(() => {});
    timers.advance(1000);
    expect(visionProcess.alive).toBe(false);
    expect(visionProcess.locate(picture)).rejects.toMatchObject({ code: "vision-failed" });
    expect(child.sent).toHaveLength(1);
  });

  test("and is answered after all changes nothing", async () => {
    const { visionProcess, child, timers } = start();
    const located = visionProcess.locate(picture);
    timers.advance(1000);
    child.say({ type: "located", id: 0, located: locatedHands() });
    expect(located).rejects.toMatchObject({ code: "vision-failed" });
    await settleMicrotasks();
  });
});

describe("a process that uses too much", () => {
  const usage = { memory: 900, processorTime: 0 };

  test("memory is killed, by name, and its picture fails", async () => {
    const { visionProcess, child, timers, told } = start();
    child.usage = { ...usage };
    child.ready();
    const located = visionProcess.locate(picture);
    timers.advance(500);
    expect(child.killed).toBe(false);
    child.usage = { ...usage, memory: 1001 };
    timers.advance(100);
    expect(child.killed).toBe(true);
    expect(visionProcess.alive).toBe(false);
    child.exit();
    await expect(located).rejects.toMatchObject({ code: "vision-failed" });
    expect(told).toEqual(["ready", "too-much-memory"]);
    expect(timers.pending).toBe(0);
  });

  test("processor time without a picture is killed, by name; the same with one in hand is its work", () => {
    const { visionProcess, child, timers, told } = start(60_000);
    child.usage = { ...usage };
    child.ready();
    visionProcess.locate(picture).catch(() => {});
    const compute = (milliseconds: number) => {
      for (let passed = 0; passed < milliseconds; passed += 100) {
        child.usage = { ...usage, processorTime: (child.usage?.processorTime ?? 0) + 100 };
        timers.advance(100);
      }
    };
    compute(20_000);
    expect(child.killed).toBe(false);
    child.answer();
    compute(5000);
    expect(child.killed).toBe(true);
    child.exit();
    expect(told).toEqual(["ready", "too-much-processor-time"]);
  });
});

test("one that says twice that it is ready is lent once, and watched once", () => {
  const { child, timers, told } = start();
  child.usage = { memory: 1, processorTime: 0 };
  child.ready();
  child.ready();
  expect(told).toEqual(["ready"]);
  expect(timers.pending).toBe(1);
});

test("an answer to an earlier picture is not taken for the present one's", async () => {
  const { visionProcess, child } = start();
  const first = visionProcess.locate(picture);
  child.answer();
  await first;
  const second = visionProcess.locate(picture);
  child.say({ type: "failed", id: 0, code: "bad-picture", message: "stale" });
  child.answer();
  expect(await second).toEqual(locatedHands());
});

test("stop asks it to finish, kill does not ask", () => {
  const { visionProcess, child } = start();
  visionProcess.stop();
  expect(child.sent).toEqual([{ type: "stop" }]);
  expect(child.killed).toBe(false);
  visionProcess.kill();
  expect(child.killed).toBe(true);
});
