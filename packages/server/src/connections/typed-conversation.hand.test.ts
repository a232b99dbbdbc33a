import { describe, expect, test } from "bun:test";
import { letterIndex, type TaughtHand } from "@signify/core";
import { encodeFrame } from "@signify/core/protocol";
import {
  embeddingOf,
  landmarkFrame,
  readingOf,
  sampleOf,
  settleMicrotasks,
  testModel,
  testRules,
} from "@signify/core/testing";
import { asSent } from "../testing/as-sent.ts";
import { createScriptedParts } from "../testing/connection-parts.ts";
import { createRecordedSocket } from "../testing/recorded-socket.ts";
import { openConnection } from "./connection.ts";

/** A session with a learner whose G the model takes for Q: it is a Q with a little G. */
function open() {
  const parts = createScriptedParts({
    classifier: () => {
      const reading = readingOf("Q", 0.8);
      reading.probabilities[letterIndex("G")] = 0.1;
      const embedding = embeddingOf("Q").map((value) => value * 0.8);
      embedding[letterIndex("G")] = 0.6;
      return { ...reading, embedding };
    },
  });
  const socket = createRecordedSocket();
  const connection = openConnection("typed", socket, parts);
  let sequence = 0;
  const receive = async (message: unknown) => {
    connection.receive(asSent(message));
    await settleMicrotasks();
    return socket.messages.at(-1);
  };
  const show = () => {
    sequence += 1;
    return receive(encodeFrame(landmarkFrame(sequence, { capturedAt: sequence * 100 })));
  };
  const showAll = async (count: number) => {
    for (let index = 0; index < count; index++) await show();
  };
  const ofType = (...types: string[]) =>
    (socket.messages as { type: string }[]).filter(({ type }) => types.includes(type)) as unknown[];
  return { parts, socket, connection, receive, show, showAll, ofType };
}

const ownG = embeddingOf("Q").map((value, index) => (index === letterIndex("G") ? 0.6 : value * 0.8));
const hand: TaughtHand = { model: testModel, letters: { G: [sampleOf(ownG)] } };
const rules = testRules().myHand;
const everything: TaughtHand = {
  model: testModel,
  letters: Object.fromEntries(
    rules.letters.map((letter) => [letter, Array(3).fill(sampleOf(embeddingOf(letter)))]),
  ),
};

describe("a hand", () => {
  test("that comes with session.start reads from the first frame on", async () => {
    const { receive, show } = open();
    await receive({ type: "session.start", target: "G", hand });
    expect(await show()).toMatchObject({ letter: "G", target: "G" });
  });

  test("takes effect in the session that runs, and null takes it away", async () => {
    const { receive, show } = open();
    await receive({ type: "session.start" });
    expect(await show()).toMatchObject({ letter: "Q" });
    await receive({ type: "hand.set", hand });
    expect(await show()).toMatchObject({ letter: "G", epoch: 1 });
    await receive({ type: "hand.set", hand: null });
    expect(await show()).toMatchObject({ letter: "Q" });
  });

  test("outlives a new target", async () => {
    const { receive, show } = open();
    await receive({ type: "session.start", hand });
    await receive({ type: "target.set", target: "Q" });
    expect(await show()).toMatchObject({ letter: "G", target: "Q", verdict: "other" });
  });

  test("does not outlive a session: one that starts anew without it is nobody's", async () => {
    const { receive, show } = open();
    await receive({ type: "session.start", hand });
    await receive({ type: "session.start" });
    expect(await show()).toMatchObject({ letter: "Q" });
  });

  test("of one connection is nothing to another", async () => {
    const [one, other] = [open(), open()];
    await one.receive({ type: "session.start", hand });
    await other.receive({ type: "session.start" });
    expect(await other.show()).toMatchObject({ letter: "Q" });
  });

  test("with all letters fits, also written with white space", async () => {
    const { receive, show } = open();
    await receive(JSON.stringify({ type: "session.start", hand: everything }, null, 2));
    expect(await show()).toMatchObject({ type: "prediction" });
  });

  test.each<[string, TaughtHand]>([
    ["another model", { ...hand, model: { ...testModel, digest: "MARKER" } }],
    ["another length", { ...hand, letters: { G: ["MARKER"] } }],
  ])("of %s costs the hand alone, and the answer says what was expected", async (_, bad) => {
    const { receive, show, ofType, socket, parts } = open();
    await receive({ type: "session.start", hand: bad });
    expect(ofType("session.ready", "error")).toMatchObject([
      { type: "session.ready" },
      { type: "error", code: "hand-refused", message: expect.stringContaining("Expected"), retryable: false },
    ]);
    expect(await show()).toMatchObject({ letter: "Q" });
    await receive({ type: "hand.set", hand });
    await receive({ type: "hand.set", hand: bad });
    expect(await show()).toMatchObject({ letter: "G" });
    expect(socket.sent.join()).not.toContain("MARKER");
    expect(parts.observer.count("fault", "hand-refused")).toBe(2);
  });
});

describe("hand.learn", () => {
  test("is answered with how far it is and then with the sample, and is over", async () => {
    const { receive, showAll, ofType } = open();
    await receive({ type: "session.start", target: "G" });
    await receive({ type: "hand.learn", letter: "g" });
    await showAll(12);
    expect(ofType("hand.learning")).toHaveLength(8);
    expect(ofType("hand.learning").at(-1)).toEqual({ type: "hand.learning", letter: "G", progress: 0.88 });
    expect(ofType("hand.learned")).toEqual([{ type: "hand.learned", letter: "G", sample: sampleOf(ownG) }]);
  });

  test("of a sign that is hardly the letter is answered with the reason, unless a teacher insists", async () => {
    const { receive, showAll, ofType } = open();
    await receive({ type: "session.start" });
    await receive({ type: "hand.learn", letter: "Y" });
    await showAll(9);
    expect(ofType("hand.refused", "hand.learned")).toEqual([
      { type: "hand.refused", letter: "Y", seen: "Q" },
    ]);
    await receive({ type: "hand.learn", letter: "Y", insist: true });
    await showAll(9);
    expect(ofType("hand.refused", "hand.learned")).toHaveLength(2);
    expect(ofType("hand.learned")).toMatchObject([{ letter: "Y" }]);
  });

  test("looks at the model's own reading, not at what a hand makes of it", async () => {
    const { receive, showAll, ofType } = open();
    await receive({ type: "session.start", hand });
    await receive({ type: "hand.learn", letter: "Q" });
    await showAll(9);
    expect(ofType("hand.learned")).toMatchObject([{ letter: "Q" }]);
  });

  test("of a movement is refused: those are read without", async () => {
    const { receive } = open();
    await receive({ type: "session.start" });
    expect(await receive({ type: "hand.learn", letter: "J" })).toMatchObject({
      code: "hand-refused",
      message: expect.stringContaining("Expected letters of ABC"),
    });
  });

  test("null ends it, and a new session does", async () => {
    const { receive, showAll, ofType } = open();
    await receive({ type: "session.start" });
    await receive({ type: "hand.learn", letter: "G" });
    await showAll(3);
    await receive({ type: "hand.learn", letter: null });
    await showAll(3);
    expect(ofType("hand.learning")).toHaveLength(3);
    await receive({ type: "hand.learn", letter: "G" });
    await receive({ type: "session.start" });
    await showAll(20);
    expect(ofType("hand.learning", "hand.learned")).toHaveLength(3);
  });
});

test.each<[string, unknown, string]>([
  ["a hand before the session", { type: "hand.set", hand: null }, 'Expected "session.start" before'],
  ["a lesson before the session", { type: "hand.learn", letter: "A" }, 'Expected "session.start" before'],
  ["a hand that is none", { type: "hand.set", hand: { MARKER: 1 } }, 'In "hand.set": expected "hand" to be'],
  ["a lesson of no letter", { type: "hand.learn", letter: "MARKER" }, 'expected "letter" to be one letter'],
  [
    "insisting that is no yes",
    { type: "hand.learn", letter: "A", insist: "MARKER" },
    'expected "insist" to be',
  ],
  ["a lesson in a movement", { type: "hand.learn", letter: "J" }, 'Expected "session.start" before'],
  ["a text that is too long", "x".repeat(16_385), "Expected a text of at most 16384 characters."],
  ["a long text with much structure", `[${"1,".repeat(2000)}1]`, "Expected at most 2048 characters besides"],
])("%s is refused with what was expected", async (_, sent, expected) => {
  const { receive, socket, parts } = open();
  await receive(sent);
  expect(socket.messages).toMatchObject([
    { type: "error", code: "bad-message", message: expect.stringContaining(expected) },
  ]);
  expect(socket.sent.join()).not.toContain("MARKER");
  expect(parts.observer.count("fault", "bad-message")).toBe(1);
});
