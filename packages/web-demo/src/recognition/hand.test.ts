import { expect, test } from "bun:test";
import { createScriptedSession, scriptedModel } from "./scripted-session.ts";

/** How a session reads by the hand that this browser keeps. */

const hand = { model: scriptedModel, letters: { G: ["fwA="], H: ["AH8="] } };

test("a kept hand is used by each recognizer, and a loaded one at once", async () => {
  const { session, handStore, recognizers } = createScriptedSession();
  handStore.keepHand(hand);
  await session.startCamera();
  expect(recognizers[0]!.hand.asked).toEqual(["import GH"]);
  handStore.keepHand({ ...hand, letters: { G: ["fwA="] } });
  handStore.forgetHand();
  expect(recognizers[0]!.hand.asked).toEqual(["import GH", "import G", "forget all"]);
  handStore.keepHand(hand);
  await session.startCamera();
  expect(recognizers[1]!.hand.asked).toEqual(["import GH"]);
});

test("what is learned is kept, and not handed back to who learned it", async () => {
  const { session, handStore, recognizers } = createScriptedSession();
  await session.startCamera();
  const lesson = session.learn("G", {});
  recognizers[0]!.hand.lessons[0]!.answer({ outcome: "learned" });
  expect(await lesson).toEqual({ outcome: "learned" });
  expect(handStore.hand.value).toEqual({ model: scriptedModel, letters: { G: ["fwA="] } });
  expect(recognizers[0]!.hand.asked).toEqual(["learn G"]);
});

test("nothing is learned while nothing reads", async () => {
  const { session } = createScriptedSession();
  await expect(session.learn("G", {})).rejects.toMatchObject({ code: "closed" });
});

test("a hand of another letter model is said to be strange, is kept, and gives way to what is taught now", async () => {
  const { session, handStore, handsFit, recognizers } = createScriptedSession();
  handsFit.value = false;
  handStore.keepHand(hand);
  await session.startCamera();
  expect(session.handIsStrange.value).toBe(true);
  expect(handStore.hand.value).toEqual(hand);
  const lesson = session.learn("B", {});
  recognizers[0]!.hand.lessons[0]!.answer({ outcome: "learned" });
  await lesson;
  expect(session.handIsStrange.value).toBe(false);
  expect(Object.keys(handStore.hand.value?.letters ?? {})).toEqual(["B"]);
});

test("a letter is forgotten with and without a camera", async () => {
  const { session, handStore, recognizers } = createScriptedSession();
  handStore.keepHand(hand);
  session.forgetLetter("G");
  expect(handStore.hand.value).toEqual({ model: scriptedModel, letters: { H: ["AH8="] } });
  await session.startCamera();
  session.forgetLetter("H");
  expect(handStore.hand.value).toBeUndefined();
  expect(recognizers[0]!.hand.asked).toEqual(["import H", "forget H"]);
});
