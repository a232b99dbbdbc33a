import { expect, test } from "bun:test";
import type { Correction } from "../recognition/recognizer.ts";
import { createScriptedSession } from "../recognition/scripted-session.ts";
import { followHelp, type Help, noHelp } from "./follow-help.ts";

/** The help for an A before a camera that is on. */
async function open() {
  const scripted = createScriptedSession();
  await scripted.session.startCamera();
  scripted.session.setTarget("A");
  const told: Help[] = [];
  const stop = followHelp({
    session: scripted.session,
    letter: "A",
    onHelp: (help) => told.push(help),
    ...scripted.timing,
  });
  return { ...scripted, stop, told, now: () => told.at(-1) ?? noHelp };
}

const correction: Correction = {
  ...({ target: "A", key: "bend-ring", part: "ring", change: "bend" } as const),
  points: [34, 35, 36],
};

test("after five seconds of trying there is a hint, after fifteen everything", async () => {
  const { timing, read, now } = await open();
  read("S", 0.9, 0);
  await timing.advance(4900);
  expect(now().level).toBe("none");
  await timing.advance(100);
  expect(now().level).toBe("hint");
  await timing.advance(9900);
  expect(now().level).toBe("hint");
  await timing.advance(100);
  expect(now().level).toBe("stuck");
});

test("who has not shown a hand yet has not tried, who lost it has", async () => {
  const { timing, read, tell, now } = await open();
  await timing.advance(60_000);
  expect(now().level).toBe("none");
  read("S", 0.9, 0);
  tell({ type: "hands", state: "no-hand" });
  await timing.advance(5000);
  expect(now().level).toBe("hint");
});

test("a camera that is off and a device that slept do not count", async () => {
  const off = await open();
  off.read("S", 0.9, 0);
  off.session.stop();
  await off.timing.advance(60_000);
  expect(off.now().level).toBe("none");
  const { session, timing, read } = createScriptedSession();
  await session.startCamera();
  session.setTarget("A");
  let slept = 0;
  const levels: string[] = [];
  followHelp({
    ...{ session, letter: "A", timers: timing.timers },
    onHelp: ({ level }) => levels.push(level),
    clock: () => timing.clock() + slept,
  });
  read("S", 0.9, 0);
  slept = 3_600_000;
  await timing.advance(3000);
  expect(levels).not.toContain("stuck");
});

test("the best guess is always named, however unsure", async () => {
  const { timing, read, tell, now } = await open();
  read("U", 0.05, 0.01);
  expect(now().guess).toBe("U");
  read("A", 0.4);
  await timing.advance(300);
  expect(now().guess).toBe("A");
  tell({ type: "hands", state: "no-hand" });
  await timing.advance(400);
  expect(now().guess).toBeUndefined();
});

test("a reading or a correction of another target is not this letter's", async () => {
  const { session, timing, read, tell, told } = await open();
  session.setTarget("B");
  read("S", 0.9, 0);
  tell({ type: "correction", correction: { ...correction, target: "B" } });
  await timing.advance(20_000);
  expect(told).toEqual([]);
});

test("a correction is told until there is nothing to correct, or no hand", async () => {
  const { tell, now } = await open();
  const none: Correction = { target: "A", key: null, part: null, change: null, points: [] };
  tell({ type: "correction", correction });
  expect(now().correction).toEqual(correction);
  tell({ type: "correction", correction: none });
  expect(now().correction).toBeUndefined();
  tell({ type: "correction", correction });
  tell({ type: "hands", state: "no-hand" });
  expect(now().correction).toBeUndefined();
});

test("nothing is told twice, and nothing after its stop", async () => {
  const { session, timing, read, told, stop } = await open();
  read("S", 0.9, 0);
  read("S", 0.8, 0);
  await timing.advance(1000);
  expect(told).toHaveLength(1);
  stop();
  read("T", 0.9, 0);
  await timing.advance(20_000);
  expect(told).toHaveLength(1);
  session.stop();
  expect(timing.armed).toBe(0);
});
