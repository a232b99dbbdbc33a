import { expect, test } from "bun:test";
import { createScriptedSession } from "../recognition/scripted-session.ts";
import { followSpelling } from "./follow-spelling.ts";
import type { PendingLetter } from "./free-spelling.ts";

/** Spelling before a camera that is on. */
async function open() {
  const scripted = createScriptedSession();
  await scripted.session.startCamera();
  const written: string[] = [];
  let pending: PendingLetter | undefined;
  const stop = followSpelling({
    session: scripted.session,
    onLetter: (letter) => written.push(letter),
    onPending(next) {
      pending = next;
    },
    ...scripted.timing,
  });
  return { ...scripted, written, pending: () => pending, stop };
}

test("no letter is wanted, and one that stays is written once", async () => {
  const { recognizers, timing, read, written, pending } = await open();
  expect(recognizers[0]!.targets.at(-1)).toBeNull();
  read("C", 0.9);
  await timing.advance(480);
  expect(pending()).toEqual({ letter: "C", held: 480 / 900 });
  await timing.advance(2000);
  expect(written).toEqual(["C"]);
  expect(pending()).toBeUndefined();
});

test("a letter that was due is written with the next reading", async () => {
  const { timing, read, written } = await open();
  read("C", 0.9);
  await timing.advance(910);
  read("O", 0.9);
  expect(written).toEqual(["C"]);
});

test("the same letter comes again after the hand was gone", async () => {
  const { timing, tell, read, written } = await open();
  for (const time of [1000, 1000]) {
    read("L", 0.9);
    await timing.advance(time);
    tell({ type: "hands", state: "no-hand" });
  }
  expect(written).toEqual(["L", "L"]);
});

test("a letter that was on its way is lost with the link and with the camera", async () => {
  const { session, timing, tell, read, written } = await open();
  read("L", 0.9);
  await timing.advance(800);
  tell({ type: "link", link: "lost" });
  await timing.advance(800);
  read("M", 0.9);
  await timing.advance(800);
  session.stop();
  await timing.advance(800);
  expect(written).toEqual([]);
});

test("after its stop nothing is written and no timer is left", async () => {
  const { session, timing, read, written, stop } = await open();
  read("L", 0.9);
  stop();
  await timing.advance(2000);
  expect(written).toEqual([]);
  session.stop();
  expect(timing.armed).toBe(0);
});
