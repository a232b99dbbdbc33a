import { expect, test } from "bun:test";
import { settleMicrotasks } from "@signify/core/testing";
import { createScriptedSession } from "../recognition/scripted-session.ts";
import { startTeaching, type TeachState } from "./teach-run.ts";

/** G and H are taught before a camera that is on. */
async function open({ camera = true } = {}) {
  const scripted = createScriptedSession();
  if (camera) await scripted.session.startCamera();
  const states: TeachState[] = [];
  const { session, timing, recognizers } = scripted;
  const teaching = startTeaching({
    ...{ session, letters: ["G", "H"] as const, pause: 1200, timers: timing.timers },
    onState: (state) => states.push(state),
  });
  const lesson = () => recognizers.at(-1)!.hand.lessons.at(-1)!;
  const answer = async (result: Parameters<ReturnType<typeof lesson>["answer"]>[0]) => {
    lesson().answer(result);
    await settleMicrotasks();
  };
  const now = () => states.at(-1)!;
  return { ...scripted, teaching, states, lesson, answer, now };
}

test("letters are learned one after the other, kept, and then it is done", async () => {
  const { timing, recognizers, handStore, lesson, answer, now } = await open();
  expect(now()).toEqual({ letter: "G", done: 0, step: "watching", progress: 0, looksLike: undefined });
  expect(recognizers[0]!.targets.at(-1)).toBe("G");
  lesson().onProgress?.(0.4);
  expect(now().progress).toBe(0.4);
  await answer({ outcome: "learned" });
  expect(now()).toMatchObject({ letter: "G", step: "learned", progress: 1 });
  expect(Object.keys(handStore.hand.value?.letters ?? {})).toEqual(["G"]);
  await timing.advance(1200);
  expect(now()).toMatchObject({ letter: "H", done: 1, step: "watching" });
  await answer({ outcome: "learned" });
  await timing.advance(1200);
  expect(now()).toMatchObject({ letter: undefined, done: 2 });
  expect(recognizers[0]!.targets.at(-1)).toBeNull();
  expect(Object.keys(handStore.hand.value?.letters ?? {})).toEqual(["G", "H"]);
});

test("a sample that is not taken says what it looks like, and the next try follows by itself", async () => {
  const { recognizers, handStore, answer, now } = await open();
  await answer({ outcome: "refused", seen: "Q" });
  expect(now()).toMatchObject({ letter: "G", step: "watching", looksLike: "Q" });
  expect(recognizers[0]!.hand.lessons).toHaveLength(2);
  expect(handStore.hand.value).toBeUndefined();
  await answer({ outcome: "learned" });
  expect(now()).toMatchObject({ step: "learned", looksLike: undefined });
});

test("a teacher insists, until the letter is learned", async () => {
  const { teaching, lesson, answer, now } = await open();
  await answer({ outcome: "refused", seen: "Q" });
  expect(lesson().insist).toBe(false);
  teaching.insist();
  await settleMicrotasks();
  expect(lesson().insist).toBe(true);
  await answer({ outcome: "learned" });
  expect(now().step).toBe("learned");
});

test("a letter is skipped, and the lesson that ran teaches nothing any more", async () => {
  const { teaching, recognizers, now } = await open();
  teaching.skip();
  await settleMicrotasks();
  expect(now()).toMatchObject({ letter: "H", done: 1, step: "watching" });
  expect(recognizers[0]!.hand.lessons[0]?.signal?.aborted).toBe(true);
  teaching.skip();
  await settleMicrotasks();
  expect(now()).toMatchObject({ letter: undefined, done: 2 });
});

test("it waits for the camera, and for it to come back", async () => {
  const { session, now } = await open({ camera: false });
  expect(now().step).toBe("waiting");
  await session.startCamera();
  await settleMicrotasks();
  expect(now().step).toBe("watching");
  session.stop();
  await settleMicrotasks();
  expect(now()).toMatchObject({ letter: "G", step: "waiting" });
});

test("what cannot go on says so, and may be tried again", async () => {
  const scripted = createScriptedSession();
  await scripted.session.startCamera();
  const { phase, setTarget } = scripted.session;
  let failures = 1;
  const states: TeachState[] = [];
  const teaching = startTeaching({
    session: {
      ...{ phase, setTarget },
      learn: () => (failures-- > 0 ? Promise.reject(new Error("made up")) : new Promise(() => {})),
    },
    ...{ letters: ["G"] as const, pause: 0, timers: scripted.timing.timers },
    onState: (state) => states.push(state),
  });
  await settleMicrotasks();
  expect(states.at(-1)?.step).toBe("failed");
  teaching.tryAgain();
  expect(states.at(-1)?.step).toBe("watching");
});

test("after its stop it tells nothing and has no timer left", async () => {
  const { session, teaching, answer, states, timing } = await open();
  await answer({ outcome: "learned" });
  teaching.stop();
  const { length } = states;
  await timing.advance(5000);
  expect(states).toHaveLength(length);
  session.stop();
  expect(timing.armed).toBe(0);
});
