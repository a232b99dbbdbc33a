import { expect, test } from "bun:test";
import { noTracking } from "@signify/core";
import { createManualClock } from "@signify/core/testing";
import type { FreeProcess } from "../processes/free-process.ts";
import { createMemoryBroker } from "../testing/memory-broker.ts";
import { createListener } from "../testing/recorded-cluster.ts";
import { borrowProcesses } from "./borrow-processes.ts";
import { groups, subjectsOf } from "./subjects.ts";

const subjects = subjectsOf("signify", "test");
const picture = { jpeg: new Uint8Array([1]), mirrored: false, mode: "live", tracking: noTracking } as const;

/** A server in a cluster, and a worker that the test plays. */
function createParts() {
  const clock = createManualClock();
  const broker = createMemoryBroker({ timers: clock, random: () => 0 });
  const engine = broker.connect();
  const lent: FreeProcess[] = [];
  const offers: boolean[] = [];
  const lost: string[] = [];
  let waiting = 0;
  const borrower = borrowProcesses({
    engine,
    subjects,
    id: "s",
    clock,
    timers: clock,
    timeout: 5000,
    lend(process) {
      if (waiting === 0) return false;
      waiting -= 1;
      lent.push(process);
      borrower.want(waiting);
      return true;
    },
    onOffer: (isTaken) => void offers.push(isTaken),
    onLost: (reason) => void lost.push(reason),
  });
  const want = (count: number) => {
    waiting = count;
    borrower.want(count);
    clock.advance(0);
  };
  const worker = createListener(broker);
  worker.listen(subjects.to("w", "*"));
  const beFree = () => worker.listen(subjects.free, groups.free);
  let number = 0;
  const offer = () => {
    worker.say(subjects.waiting, { type: "offer" }, subjects.to("w", number++));
    clock.advance(0);
  };
  return { clock, engine, borrower, want, worker, beFree, offer, lent, offers, lost };
}

test("a connection that waits asks one of the free processes, and is lent what that offers", () => {
  const { clock, want, worker, beFree, lent, offers } = createParts();
  beFree();
  want(1);
  expect(worker.types()).toEqual(["ask"]);
  worker.heard[0]?.answer({ type: "offer" }, { reply: subjects.to("w", 7) });
  clock.advance(0);
  expect([lent.length, offers]).toEqual([1, [true]]);
});

test("where none is free, it is offered the next one that is", () => {
  const { want, offer, lent } = createParts();
  want(1);
  offer();
  expect(lent.map(({ place }) => place)).toEqual(["remote"]);
});

test("one that was promised to another is asked for again", () => {
  const { clock, want, worker, beFree, lent } = createParts();
  beFree();
  want(1);
  for (let time = 0; time < 3; time++) {
    worker.heard.at(-1)?.answer({ type: "taken" });
    clock.advance(0);
  }
  expect(worker.types()).toEqual(["ask", "ask", "ask", "ask"]);
  worker.heard.at(-1)?.answer({ type: "offer" }, { reply: subjects.to("w", 7) });
  clock.advance(0);
  expect(lent).toHaveLength(1);
});

test("one that does not answer is not waited for: another is asked, with growing patience, until nobody waits", () => {
  const { clock, want, worker, beFree, lent } = createParts();
  beFree();
  want(1);
  clock.advance(25);
  clock.advance(50);
  expect(worker.types()).toEqual(["ask", "ask", "ask"]);
  worker.heard.at(-1)?.answer({ type: "offer" }, { reply: subjects.to("w", 7) });
  clock.advance(1000);
  expect(lent).toHaveLength(1);
  expect(worker.types()).toHaveLength(3);
});

test("what comes when nobody waits any more is passed on, and then comes no more", () => {
  const { want, offer, worker, offers } = createParts();
  want(1);
  want(0);
  offer();
  expect([worker.types(), offers]).toEqual([["pass"], [false]]);
  offer();
  expect(worker.types()).toEqual(["pass", "nobody"]);
});

test("a place among those who wait is kept for the next frame, for a moment", () => {
  const { clock, want, offer, lent } = createParts();
  want(1);
  offer();
  want(1);
  offer();
  expect(lent).toHaveLength(2);
  clock.advance(101);
  want(0);
  clock.advance(101);
  offer();
  expect(lent).toHaveLength(2);
});

test("as many processes can be lent at once as connections wait", () => {
  const { want, offer, worker, lent, offers } = createParts();
  want(3);
  for (let time = 0; time < 4; time++) offer();
  expect([lent.length, offers]).toEqual([3, [true, true, true]]);
  expect(worker.types()).toEqual(["nobody"]);
});

test("whoever waits asks again from time to time, whatever was lost, and then no more", () => {
  const { clock, want, worker, beFree } = createParts();
  want(2);
  beFree();
  clock.advance(250);
  expect(worker.types()).toEqual(["ask"]);
  want(0);
  clock.advance(1000);
  const asked = worker.types().length;
  clock.advance(10_000);
  expect(worker.types()).toHaveLength(asked);
  expect(clock.pending).toBe(0);
});

test("without the engine nothing is asked for; found again, what is wanted then is", () => {
  const { engine, borrower, want, offer, lent } = createParts();
  engine.disconnect();
  borrower.forgetAll();
  want(1);
  offer();
  expect(lent).toHaveLength(0);
  engine.reconnect();
  want(1);
  offer();
  expect(lent).toHaveLength(1);
});

test("the engine's loss fails every picture in hand, and nobody else's", async () => {
  const { engine, borrower, want, offer, lent, lost } = createParts();
  want(2);
  offer();
  offer();
  const pictures = lent.map((process) =>
    process.locate(picture).then(
      () => "read",
      () => "failed",
    ),
  );
  engine.disconnect();
  borrower.forgetAll();
  expect(await Promise.all(pictures)).toEqual(["failed", "failed"]);
  expect(lost).toEqual(["disconnected", "disconnected"]);
});

test("stopped, it leaves nothing behind", () => {
  const { clock, borrower, want, offer, worker } = createParts();
  want(2);
  borrower.stop();
  clock.advance(0);
  offer();
  expect(worker.types()).toEqual(["nobody"]);
  expect(clock.pending).toBe(0);
});
