import { expect, test } from "bun:test";
import { rightHand } from "@signify/core/testing";
import { createScriptedSession } from "../recognition/scripted-session.ts";
import { followSpelling } from "./follow-spelling.ts";

/** Spelling before a camera that is on. */
async function open() {
  const scripted = createScriptedSession();
  await scripted.session.startCamera();
  let written = "";
  let held: number | undefined;
  const stop = followSpelling({
    session: scripted.session,
    onLetter(letter, replaces) {
      written = (replaces ? written.slice(0, -1) : written) + letter;
    },
    onPending(pending) {
      held = pending?.held;
    },
    ...scripted.timing,
  });
  const see = (x: number) =>
    scripted.tell({ type: "points", points: { points: rightHand({ x, y: 0, bend: 0 }), aspect: 1.5 } });
  return { ...scripted, see, written: () => written, held: () => held, stop };
}

test("no letter is wanted, and one that stays is written once", async () => {
  const { recognizers, timing, read, written, held } = await open();
  expect(recognizers[0]!.targets.at(-1)).toBeNull();
  read("C", 0.5);
  await timing.advance(80);
  expect(held()).toBe(0.5);
  expect(written()).toBe("");
  await timing.advance(80);
  expect(written()).toBe("C");
  await timing.advance(2000);
  expect(written()).toBe("C");
  expect(held()).toBeUndefined();
});

test("a letter that was due is written with the next reading", async () => {
  const { timing, read, written } = await open();
  read("C", 0.9);
  await timing.advance(95);
  read("O", 0.9);
  expect(written()).toBe("C");
});

test("a slide of the hand writes the letter again", async () => {
  const { timing, see, read, written } = await open();
  read("L", 0.9);
  for (const x of [0, 0, 0, -0.1, -0.2, -0.3, -0.3, -0.3]) {
    see(x);
    await timing.advance(50);
  }
  await timing.advance(400);
  expect(written()).toBe("LL");
});

test("the same letter comes again after the hand was gone", async () => {
  const { timing, tell, read, written } = await open();
  for (const time of [1000, 1000]) {
    read("L", 0.9);
    await timing.advance(time);
    tell({ type: "hands", state: "no-hand" });
    await timing.advance(400);
  }
  expect(written()).toBe("LL");
});

test("a letter that was on its way is lost with the link and with the camera", async () => {
  const { session, timing, tell, read, written } = await open();
  read("L", 0.3);
  await timing.advance(80);
  tell({ type: "link", link: "lost" });
  await timing.advance(800);
  read("M", 0.3);
  await timing.advance(80);
  session.stop();
  await timing.advance(800);
  expect(written()).toBe("");
});

test("after its stop nothing is written and no timer is left", async () => {
  const { session, timing, read, written, stop } = await open();
  read("L", 0.9);
  stop();
  await timing.advance(2000);
  expect(written()).toBe("");
  session.stop();
  expect(timing.armed).toBe(0);
});
