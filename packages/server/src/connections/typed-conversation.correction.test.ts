import { expect, test } from "bun:test";
import { encodeFrame } from "@signify/core/protocol";
import { folded, landmarkFrame, posedFrame, readingOf, settleMicrotasks } from "@signify/core/testing";
import { asSent } from "../testing/as-sent.ts";
import { createScriptedParts } from "../testing/connection-parts.ts";
import { createRecordedSocket } from "../testing/recorded-socket.ts";
import { openConnection } from "./connection.ts";

/** A connection on which an I is shown, ten frames a second; the letters that are asked come with `receive`. */
function open(protocol: "typed" | "original" = "typed") {
  const socket = createRecordedSocket();
  const parts = createScriptedParts({ classifier: () => readingOf("I") });
  const connection = openConnection(protocol, socket, parts);
  const landmarks = posedFrame({ index: folded, middle: folded, ring: folded });
  let sequence = 0;
  const receive = async (message: unknown) => {
    connection.receive(asSent(message));
    await settleMicrotasks();
  };
  const show = async (count: number) => {
    for (let frame = 0; frame < count; frame++) {
      sequence += 1;
      await receive(encodeFrame(landmarkFrame(sequence, { landmarks, capturedAt: sequence * 100 })));
    }
  };
  const corrections = () =>
    (socket.messages as { type: string }[]).filter(({ type }) => type === "correction") as unknown[];
  return { receive, show, corrections, socket };
}

test("a session that asks for corrections is told what to correct, once, under the letter's epoch", async () => {
  const { receive, show, corrections } = open();
  await receive({ type: "session.start", target: "S", events: ["correction"] });
  await show(20);
  expect(corrections()).toEqual([
    {
      ...{ type: "correction", sequence: 12, epoch: 1, target: "S" },
      ...{ key: "bend-little", part: "little", change: "bend", points: [38, 39, 40, 41] },
      strength: expect.any(Number),
    },
  ]);
  await receive({ type: "target.set", target: "W" });
  await show(20);
  expect(corrections()).toHaveLength(2);
  expect(corrections().at(-1)).toMatchObject({ epoch: 2, target: "W" });
});

test("a session that does not ask is told nothing of it, nor one that starts anew without", async () => {
  const { receive, show, corrections } = open();
  await receive({ type: "session.start", target: "S", events: ["status", "landmarks"] });
  await show(20);
  expect(corrections()).toEqual([]);
  await receive({ type: "session.start", target: "S", events: ["correction"] });
  await receive({ type: "session.start", target: "S" });
  await show(20);
  expect(corrections()).toEqual([]);
});

test("a still picture is corrected by itself", async () => {
  const { receive, show, corrections } = open();
  await receive({ type: "session.start", target: "S", mode: "still", events: ["correction"] });
  await show(2);
  expect(corrections()).toMatchObject([
    { sequence: 1, key: "bend-little" },
    { sequence: 2, key: "bend-little" },
  ]);
});
