import { expect, test } from "bun:test";
import type { VisionLease } from "@signify/core";
import { noTracking } from "@signify/core";
import { createManualClock, pictureFrame, settleMicrotasks } from "@signify/core/testing";
import { createScriptedSpawn, type ScriptedChild } from "@signify/workers/testing";
import fc from "fast-check";
import { createVisionPool } from "./vision-pool.ts";

const doings = ["acquire", "abort", "release", "locate", "answer", "ready", "exit", "pass-time"] as const;
const step = fc.record({ does: fc.constantFrom(...doings), which: fc.nat(9) });
type Step = { does: (typeof doings)[number]; which: number };

/** A lease, and how many processes had died when it was given. */
type Lent = { lease: VisionLease; deaths: number };

/** A pool of scripted processes, whose every step is checked. */
function createWatchedPool(size: number) {
  const timers = createManualClock();
  const { spawn, children } = createScriptedSpawn();
  const loaded = new Set<ScriptedChild>();
  const pool = createVisionPool({ size, spawn, timers, clock: timers, timeout: 1000 });
  const locator = pool.locatorFor(() => {});
  pool.start();

  const waiting: AbortController[] = [];
  const lent: Lent[] = [];
  const looking: Promise<unknown>[] = [];
  const running = () => children.filter((child) => !child.exited);
  const loading = () => running().filter((child) => !loaded.has(child));
  const busy = () => running().filter((child) => child.picture && !child.killed);
  const deaths = () => children.filter((child) => child.exited || child.killed).length;
  const makeReady = (child: ScriptedChild | undefined) => {
    if (!child) return;
    loaded.add(child);
    child.ready();
  };

  const acquire = () => {
    const gone = new AbortController();
    waiting.push(gone);
    locator.acquire(gone.signal).then(
      (lease) => {
        if (waiting.shift() !== gone) throw new Error("a waiter was served before an earlier one");
        lent.push({ lease, deaths: deaths() });
      },
      () => {},
    );
  };
  const locate = (one: Lent) => {
    const before = busy();
    looking.push(one.lease.locate(pictureFrame(), noTracking, "live").catch((error) => error));
    const given = busy().filter((child) => !before.includes(child));
    if (given.length !== 1 && one.deaths === deaths()) throw new Error("a lease was not good for a picture");
  };

  const perform = async ({ does, which }: Step) => {
    const pick = <T>(list: T[]): T | undefined => list[which % (list.length || 1)];
    const take = <T>(list: T[]): T | undefined => list.splice(which % (list.length || 1), 1)[0];
    const taken = does === "release" || does === "locate" ? take(lent) : undefined;
    if (does === "acquire") acquire();
    if (does === "abort") take(waiting)?.abort(new Error("gave up"));
    if (does === "release") taken?.lease.release();
    if (does === "release" && which % 2 === 0) taken?.lease.release();
    if (does === "locate" && taken) locate(taken);
    if (does === "answer") pick(busy())?.answer();
    if (does === "ready") makeReady(pick(loading()));
    if (does === "exit") pick(running())?.exit();
    if (does === "pass-time") timers.advance(which * 300);
    await settleMicrotasks(20);
    expect(running().length).toBeLessThanOrEqual(size);
  };

  /** Brings everything to rest: what runs is answered, what is lent is given back, what died comes back. */
  const settle = async () => {
    // Counted before the waiters are served, or the last of many would find no round left.
    const rounds = 2 * size + 8 + waiting.length;
    for (let round = 0; round < rounds; round++) {
      for (const child of running()) if (child.killed) child.exit();
      timers.advance(500);
      for (const child of loading()) makeReady(child);
      for (const child of busy()) child.answer();
      for (const { lease } of lent.splice(0)) lease.release();
      timers.advance(4500);
      await settleMicrotasks(20);
    }
    await Promise.all(looking);
  };
  return { pool, perform, settle, acquire, locate, waiting, lent, busy };
}

test("whatever happens in whatever order, a lease is good for one picture, waiters are served in order, and at rest every process can be lent exactly once", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.array(step, { maxLength: 120, size: "max" }),
      async (size, history) => {
        const watched = createWatchedPool(size);
        for (const one of history) await watched.perform(one);
        await watched.settle();
        expect(watched.waiting).toEqual([]);
        expect(watched.pool.ready).toBe(size);

        for (let index = 0; index <= size; index++) watched.acquire();
        await settleMicrotasks();
        expect(watched.lent).toHaveLength(size);
        for (const one of watched.lent.splice(0)) watched.locate(one);
        expect(watched.busy()).toHaveLength(size);
        await watched.settle();
        expect(watched.waiting).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
});
