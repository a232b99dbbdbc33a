import { describe, expect, test } from "bun:test";
import { noTracking, SignifyError } from "@signify/core";
import { createManualClock, locatedHands, settleMicrotasks } from "@signify/core/testing";
import { createMemoryBroker } from "../testing/memory-broker.ts";
import { createListener } from "../testing/recorded-cluster.ts";
import { createScriptedProcess } from "../testing/scripted-process.ts";
import { fromLandmarkBytes } from "./landmark-bytes.ts";
import { lendProcesses, offerDeadline, signOfLifeInterval } from "./lend-processes.ts";
import { groups, subjectsOf } from "./subjects.ts";

const subjects = subjectsOf("signify", "test");
const picture = { type: "picture", mirrored: false, mode: "live", tracking: noTracking } as const;

/** A worker in a cluster, and a server that the test plays. */
function createParts() {
  const clock = createManualClock();
  const broker = createMemoryBroker({ timers: clock, random: () => 0 });
  const offers: string[] = [];
  const looked: boolean[] = [];
  let nonsense = 0;
  const lender = lendProcesses({
    engine: broker.connect(),
    subjects,
    id: "w",
    clock,
    timers: clock,
    onOffer: (end) => void offers.push(end),
    onLooked: (wasRead) => void looked.push(wasRead),
    onNonsense: () => {
      nonsense += 1;
    },
  });
  const server = createListener(broker);
  server.listen(subjects.to("s", "*"));
  const settle = async (milliseconds = 0) => {
    clock.advance(milliseconds);
    await settleMicrotasks();
    clock.advance(0);
  };
  const reply = subjects.to("s", 1);
  const ask = () => server.say(subjects.free, { type: "ask" }, reply);
  const beWaiting = () => server.listen(subjects.waiting, groups.waiting);
  return { clock, lender, server, offers, looked, settle, ask, beWaiting, reply, nonsense: () => nonsense };
}

test("a free process offers itself to a connection that waits, and looks at its picture", async () => {
  const { lender, server, offers, looked, settle, beWaiting, reply } = createParts();
  beWaiting();
  await settle();
  const process = createScriptedProcess();
  lender.take(process);
  await settle();
  expect(server.types()).toEqual(["offer"]);
  server.heard[0]?.answer(picture, { bytes: new Uint8Array([7]), reply });
  await settle();
  expect(process.picture).toEqual({
    jpeg: new Uint8Array([7]),
    mirrored: false,
    mode: "live",
    tracking: noTracking,
  });
  const located = locatedHands();
  process.answer(located);
  await settle();
  expect(server.types()).toEqual(["offer", "located"]);
  expect(fromLandmarkBytes(server.heard[1]?.bytes ?? new Uint8Array(0))).toEqual(located.landmarks);
  expect([offers, looked, process.released, lender.free]).toEqual([["taken"], [true], 1, 0]);
});

test("where nobody waits it can be asked for, and is then kept for who asked first", async () => {
  const { lender, server, offers, settle, ask } = createParts();
  lender.take(createScriptedProcess());
  await settle();
  expect(offers).toEqual(["nobody", "nobody"]);
  ask();
  ask();
  await settle();
  expect(server.types()).toEqual(["nobody", "offer"]);
  expect(lender.free).toBe(1);
});

test("passed on again and again, it stops offering itself and waits to be asked", async () => {
  const { lender, server, offers, settle, beWaiting, ask } = createParts();
  beWaiting();
  await settle();
  lender.take(createScriptedProcess());
  for (let time = 0; time < 10; time++) {
    await settle();
    server.heard[time]?.answer({ type: "pass" });
  }
  expect(offers).toEqual(["passed", "passed", "passed", "passed"]);
  ask();
  await settle();
  expect(server.types()).toEqual(["offer", "offer", "offer", "offer", "offer"]);
});

test("who says nothing to an offer loses it at the deadline, and a picture after that is refused", async () => {
  const { lender, server, offers, settle, beWaiting, reply } = createParts();
  const stop = beWaiting();
  await settle();
  const process = createScriptedProcess();
  lender.take(process);
  await settle();
  stop();
  await settle(offerDeadline);
  expect(offers).toEqual(["lost", "nobody"]);
  server.heard[0]?.answer(picture, { reply });
  await settle();
  expect(server.heard.at(-1)?.message).toMatchObject({ type: "failed", code: "vision-failed", broke: false });
  expect(process.picture).toBeUndefined();
});

test("signs of life are given as long as a picture is looked at, and no longer", async () => {
  const { clock, lender, server, settle, beWaiting, reply } = createParts();
  beWaiting();
  await settle();
  const process = createScriptedProcess();
  lender.take(process);
  await settle();
  server.heard[0]?.answer(picture, { reply });
  await settle();
  await settle(3 * signOfLifeInterval);
  process.answer(locatedHands());
  await settle();
  await settle(5 * signOfLifeInterval);
  expect(server.types()).toEqual(["offer", "working", "working", "working", "located"]);
  expect(clock.pending).toBe(0);
});

describe("a picture that cannot be looked at", () => {
  async function failWith(error: Error, broke = false) {
    const { lender, server, looked, settle, beWaiting, reply } = createParts();
    beWaiting();
    await settle();
    const process = createScriptedProcess();
    lender.take(process);
    await settle();
    server.heard[0]?.answer(picture, { reply });
    await settle();
    process.broke = broke;
    process.fail(error);
    await settle();
    expect([looked, process.released]).toEqual([[false], 1]);
    return server.heard.at(-1)?.message;
  }

  test("is answered with what is wrong with it", async () => {
    expect(await failWith(new SignifyError("bad-picture", "Expected a JPEG."))).toEqual({
      type: "failed",
      code: "bad-picture",
      message: "Expected a JPEG.",
      broke: false,
    });
  });
  test("is told to have cost the process", async () => {
    expect(await failWith(new SignifyError("vision-failed", "It took too long."), true)).toMatchObject({
      broke: true,
    });
  });
  test.each([new Error("/a/path"), new SignifyError("internal", "/a/path")])(
    "and what else went wrong is this machine's own affair",
    async (error) => {
      expect(await failWith(error)).toMatchObject({
        code: "vision-failed",
        message: "The picture could not be looked at.",
      });
    },
  );
});

test("a process that has died is neither offered nor lent", async () => {
  const { lender, server, settle, ask } = createParts();
  const process = createScriptedProcess();
  lender.take(process);
  await settle();
  process.alive = false;
  ask();
  await settle();
  expect([server.types(), lender.free]).toEqual([["taken"], 0]);
});

test("withdrawn, it offers nothing, and still answers the picture in hand", async () => {
  const { clock, lender, server, settle, beWaiting, ask, reply } = createParts();
  beWaiting();
  await settle();
  const [busy, free] = [createScriptedProcess(), createScriptedProcess()];
  lender.take(busy);
  await settle();
  server.heard[0]?.answer(picture, { reply });
  lender.take(free);
  await settle();
  lender.withdraw();
  lender.take(createScriptedProcess());
  ask();
  busy.answer(locatedHands());
  await settle();
  expect(server.types()).toEqual(["offer", "offer", "nobody", "located"]);
  expect(clock.pending).toBe(0);
});

test("the engine was away: what is free offers itself anew", async () => {
  const { lender, server, offers, settle, beWaiting } = createParts();
  lender.take(createScriptedProcess());
  await settle();
  beWaiting();
  lender.startAnew();
  await settle();
  expect([offers, server.types()]).toEqual([["nobody", "nobody"], ["offer"]]);
});

test("nonsense is counted, and costs nothing", async () => {
  const { lender, server, settle, ask, nonsense } = createParts();
  lender.take(createScriptedProcess());
  await settle();
  server.say(subjects.free, { type: "ask" });
  await settle();
  server.say(subjects.free, { type: "offer" }, "nowhere");
  server.say(subjects.to("w", 0), { type: "located" } as never);
  server.say(subjects.to("w", 999), { type: "pass" });
  await settle();
  expect(nonsense()).toBe(3);
  ask();
  await settle();
  expect(server.types()).toEqual(["offer"]);
});
