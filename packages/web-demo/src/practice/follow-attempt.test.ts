import { expect, test } from "bun:test";
import { createScriptedSession } from "../recognition/scripted-session.ts";
import type { LetterResult } from "./attempt-record.ts";
import { followAttempt } from "./follow-attempt.ts";
import type { HoldState } from "./hold.ts";

/** An attempt at an A before a camera that is on. */
async function open() {
  const scripted = createScriptedSession();
  await scripted.session.startCamera();
  const states: HoldState[] = [];
  const passed: LetterResult[] = [];
  const ended: LetterResult[] = [];
  const failed: number[] = [];
  const attempt = followAttempt({
    session: scripted.session,
    ...{ letter: "A", holdFor: 1000, pause: 1500 },
    onState: (state) => states.push(state),
    onPassed: (result) => passed.push(result),
    onEnd: (result) => ended.push(result),
    onFailedTry: () => failed.push(scripted.timing.clock()),
    ...scripted.timing,
  });
  const phases = () =>
    states.map(({ phase }) => phase).filter((phase, index, all) => phase !== all[index - 1]);
  return { ...scripted, attempt, phases, states, passed, ended, failed };
}

test("the session is asked for the letter", async () => {
  const { recognizers } = await open();
  expect(recognizers[0]!.targets.at(-1)).toBe("A");
});

test("a letter that is held passes, and ends after the pause", async () => {
  const { timing, read, phases, passed, ended } = await open();
  await timing.advance(1000);
  read("A", 0.4);
  read("A", 0.9);
  await timing.advance(1100);
  expect(phases()).toEqual(["almost", "holding", "passed"]);
  // The record begins with the first tick, at 80 ms, and the hold is over with the one at 2000 ms.
  expect(passed).toEqual([{ letter: "A", outcome: "passed", time: 1920, seenInstead: {} }]);
  expect(ended).toEqual([]);
  await timing.advance(1500);
  expect(ended).toEqual(passed);
});

test("what is held is shown as it grows, and nothing is shown twice", async () => {
  const { timing, read, states } = await open();
  read("A", 0.9);
  await timing.advance(400);
  expect(states.map(({ held }) => held)).toEqual([0, 0.08, 0.16, 0.24, 0.32, 0.4]);
  const { length } = states;
  read("A", 0.9);
  expect(states).toHaveLength(length);
});

test("another letter that stays is counted as seen instead, an unsure one is not", async () => {
  const { timing, read, attempt, ended } = await open();
  await timing.advance(100);
  read("S", 0.9, 0.1);
  await timing.advance(700);
  read("T", 0.5, 0.1);
  await timing.advance(700);
  attempt.skip();
  expect(ended).toEqual([{ letter: "A", outcome: "skipped", time: 1420, seenInstead: { S: 1 } }]);
});

test("a reading of another target is not taken for this letter's", async () => {
  const { session, timing, read, states } = await open();
  session.setTarget("B");
  read("A", 0.9);
  await timing.advance(2000);
  expect(states).toEqual([]);
});

test("what was held is lost with the hand, the link or the camera", async () => {
  const { session, timing, tell, read, phases, passed } = await open();
  const losses = [
    () => tell({ type: "hands", state: "no-hand" }),
    () => tell({ type: "hands", state: "filling" }),
    () => tell({ type: "link", link: "lost" }),
    () => session.stop(),
  ];
  for (const lose of losses) {
    read("A", 0.9);
    await timing.advance(900);
    lose();
    await timing.advance(900);
  }
  expect(passed).toEqual([]);
  const held = (lost: HoldState["phase"]) => ["holding", lost] as const;
  expect(phases()).toEqual([...held("no-hand"), ...held("not-yet"), ...held("not-yet"), ...held("not-yet")]);
});

test("a slow link does not lose what is held", async () => {
  const { timing, tell, read, passed } = await open();
  read("A", 0.9);
  tell({ type: "link", link: "slow-link" });
  await timing.advance(1100);
  expect(passed).toHaveLength(1);
});

test("a letter is skipped at once, and only once", async () => {
  const { timing, attempt, read, ended } = await open();
  await timing.advance(500);
  attempt.skip();
  attempt.skip();
  expect(ended).toEqual([{ letter: "A", outcome: "skipped", time: 420, seenInstead: {} }]);
  read("A", 0.9);
  await timing.advance(5000);
  expect(ended).toHaveLength(1);
});

test("a letter that has passed cannot be skipped any more", async () => {
  const { timing, attempt, read, ended } = await open();
  read("A", 0.9);
  await timing.advance(1100);
  attempt.skip();
  await timing.advance(1500);
  expect(ended.map(({ outcome }) => outcome)).toEqual(["passed"]);
});

test("the time before the camera is on does not count", async () => {
  const { session, timing, recognizers } = createScriptedSession();
  const ended: LetterResult[] = [];
  const attempt = followAttempt({
    ...{ session, letter: "A", holdFor: 0, pause: 0 },
    onState() {},
    onPassed() {},
    onEnd: (result) => ended.push(result),
    onFailedTry() {},
    ...timing,
  });
  await timing.advance(8000);
  await session.startCamera();
  expect(recognizers[0]!.targets[0]).toBe("A");
  await timing.advance(880);
  attempt.skip();
  expect(ended[0]?.time).toBe(800);
});

test("after its stop an attempt tells nothing and has no timer left", async () => {
  const { session, timing, attempt, read, states, ended } = await open();
  read("A", 0.9);
  await timing.advance(1100);
  attempt.stop();
  const { length } = states;
  attempt.skip();
  read("A", 0.1);
  await timing.advance(5000);
  expect(ended).toEqual([]);
  expect(states).toHaveLength(length);
  session.stop();
  expect(timing.armed).toBe(0);
});

test("a letter passes at once where the verdict is enough", async () => {
  const { session, timing, read } = createScriptedSession();
  await session.startCamera();
  const phases: string[] = [];
  const attempt = followAttempt({
    ...{ session, letter: "A", holdFor: 0, pause: 0 },
    onState: ({ phase }) => phases.push(phase),
    onPassed() {},
    onEnd() {},
    onFailedTry() {},
    ...timing,
  });
  read("S", 0.5, 0.4, "almost");
  read("S", 0.5, 0.4, "shown");
  expect(phases).toEqual(["almost", "passed"]);
  attempt.stop();
});

test("a hand that is shown in vain for six seconds has failed, each time; what is not shown has not", async () => {
  const { timing, read, tell, failed } = await open();
  await timing.advance(20_000);
  expect(failed).toEqual([]);
  read("S", 0.9, 0);
  await timing.advance(13_000);
  expect(failed).toHaveLength(2);
  tell({ type: "hands", state: "no-hand" });
  await timing.advance(20_000);
  expect(failed).toHaveLength(2);
});

test("a letter that is given up after a try has failed, one that was hardly tried has not", async () => {
  const tried = await open();
  tried.read("S", 0.9, 0.1);
  await tried.timing.advance(2000);
  tried.attempt.skip();
  expect(tried.failed).toHaveLength(1);
  const looked = await open();
  looked.read("S", 0.9, 0.1);
  await looked.timing.advance(500);
  looked.attempt.skip();
  expect(looked.failed).toEqual([]);
});
