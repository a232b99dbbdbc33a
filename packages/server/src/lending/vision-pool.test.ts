import { describe, expect, test } from "bun:test";
import type { VisionLease } from "@signify/core";
import { noTracking } from "@signify/core";
import { createManualClock, pictureFrame, settleMicrotasks } from "@signify/core/testing";
import { createScriptedSpawn } from "@signify/workers/testing";
import { createVisionPool } from "./vision-pool.ts";

const timeout = 1000;

function createPool(size: number, ready = true) {
  const timers = createManualClock();
  const { spawn, children } = createScriptedSpawn();
  const restarts: number[] = [];
  const reasons: string[] = [];
  const pool = createVisionPool({
    size,
    spawn,
    timers,
    clock: timers,
    timeout,
    onRestart(delay, reason) {
      restarts.push(delay);
      reasons.push(reason);
    },
  });
  pool.start();
  if (ready) for (const child of children) child.ready();
  const locator = pool.locatorFor(() => {});
  const acquire = () => locator.acquire(new AbortController().signal);
  return { pool, locator, children, timers, restarts, reasons, acquire };
}

const locate = (lease: VisionLease, sequence = 0) => lease.locate(pictureFrame(sequence), noTracking, "live");

/** Whether a promise has settled by now. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const note = () => {
    settled = true;
  };
  promise.then(note, note);
  await settleMicrotasks();
  return settled;
}

describe("starting", () => {
  test("who asks before a process is ready waits for the first one that is", async () => {
    const { children, acquire } = createPool(2, false);
    const lease = acquire();
    expect(await isSettled(lease)).toBe(false);
    children[1]?.ready();
    locate(await lease);
    expect(children[1]?.picture).toBeDefined();
  });

  test("all are ready when each has been", async () => {
    const { pool, children } = createPool(2, false);
    children[0]?.ready();
    expect(await isSettled(pool.allReady)).toBe(false);
    expect(pool.ready).toBe(1);
    children[1]?.ready();
    await pool.allReady;
    expect(pool.ready).toBe(2);
  });

  test("busy are those that are lent, and no longer those that died of it", async () => {
    const { pool, children, acquire } = createPool(2);
    expect(pool.busy).toBe(0);
    const [one, other] = [await acquire(), await acquire()];
    expect(pool.busy).toBe(2);
    one.release();
    expect(pool.busy).toBe(1);
    const located = locate(other);
    children[1]?.exit();
    await expect(located).rejects.toThrow();
    expect([pool.ready, pool.busy]).toEqual([1, 0]);
  });

  test("one that dies while it loads is started again, and all become ready all the same", async () => {
    const { pool, children, timers } = createPool(2, false);
    children[0]?.exit();
    children[1]?.ready();
    timers.advance(100);
    children[2]?.ready();
    await pool.allReady;
    expect(pool.ready).toBe(2);
  });
});

describe("networks that cannot be loaded", () => {
  test("by any process: the pool says so instead of being ready", async () => {
    const { pool, children } = createPool(2, false);
    const outcome = pool.allReady.catch((error: Error) => error.message);
    children[0]?.fail();
    expect(await isSettled(outcome)).toBe(false);
    children[1]?.fail();
    expect(await outcome).toBe("The hand networks cannot be loaded: build them again with `bun run build`.");
  });

  test("in time, by any process: it says that", async () => {
    const { pool, children, timers } = createPool(2, false);
    const outcome = pool.allReady.catch((error: Error) => error.message);
    timers.advance(15_000);
    for (const child of children) child.exit();
    expect(await outcome).toMatch("not loaded in time");
  });

  test("by one process: it is tried again with growing delay, and named each time", async () => {
    const { pool, children, timers, restarts, reasons } = createPool(2, false);
    children[0]?.ready();
    for (let time = 0; time < 3; time++) {
      children.at(-1)?.fail();
      timers.advance(restarts.at(-1) ?? 0);
    }
    children.at(-1)?.ready();
    await pool.allReady;
    expect(restarts).toEqual([100, 200, 400]);
    expect(reasons).toEqual(["not-loaded", "not-loaded", "not-loaded"]);
  });
});

describe("lending", () => {
  test("each process goes to one lease at a time, and waiters are served first come first served", async () => {
    const { children, acquire } = createPool(1);
    const order: number[] = [];
    const leases = [1, 2, 3].map((name) =>
      acquire().then((lease) => {
        order.push(name);
        return lease;
      }),
    );
    for (const lease of leases) {
      const located = locate(await lease);
      await settleMicrotasks();
      children[0]?.answer();
      await located;
    }
    expect(order).toEqual([1, 2, 3]);
  });

  test("a lease that is given back unused serves the next", async () => {
    const { acquire } = createPool(1);
    const first = await acquire();
    const second = acquire();
    expect(await isSettled(second)).toBe(false);
    first.release();
    await second;
  });

  test("who gives up waiting is rejected with its reason and takes no process", async () => {
    const { locator, acquire } = createPool(1);
    const first = await acquire();
    const gone = new AbortController();
    const given = locator.acquire(gone.signal);
    const next = acquire();
    gone.abort(new Error("a newer letter"));
    expect(given).rejects.toThrow("a newer letter");
    first.release();
    await next;
  });

  test("who has given up already is not served", () => {
    const { locator } = createPool(1);
    expect(locator.acquire(AbortSignal.abort(new Error("too late")))).rejects.toThrow("too late");
  });

  test("giving a lease back twice, or after its use, does not lend the process twice", async () => {
    const { acquire, children } = createPool(1);
    const first = await acquire();
    first.release();
    first.release();
    const second = await acquire();
    expect(await isSettled(acquire())).toBe(false);
    const located = locate(second);
    second.release();
    expect(locate(second)).rejects.toMatchObject({ code: "internal" });
    children[0]?.answer();
    await located;
  });
});

describe("a process that dies", () => {
  test("fails its picture alone; the picture of another comes back", async () => {
    const { children, acquire } = createPool(2);
    const one = locate(await acquire());
    const other = locate(await acquire());
    children[0]?.exit();
    children[1]?.answer();
    expect(one).rejects.toMatchObject({ code: "vision-failed" });
    expect((await other).hands).toBe(1);
  });

  test("while idle is not lent any more", async () => {
    const { children, acquire, pool } = createPool(1);
    children[0]?.exit();
    expect(pool.ready).toBe(0);
    expect(await isSettled(acquire())).toBe(false);
  });

  test("is started again after 100 ms, then 200 and so on up to 5 s", () => {
    const { children, timers, restarts } = createPool(1);
    for (let time = 0; time < 9; time++) {
      children.at(-1)?.exit();
      timers.advance(restarts.at(-1) ?? 0);
      expect(children).toHaveLength(time + 2);
      children.at(-1)?.ready();
    }
    expect(restarts).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
  });

  test("is not started again too early", () => {
    const { children, timers } = createPool(1);
    children[0]?.exit();
    timers.advance(99);
    expect(children).toHaveLength(1);
  });

  test("after a picture that was read well comes back soon again", async () => {
    const { children, timers, restarts, acquire } = createPool(1);
    for (let time = 0; time < 4; time++) {
      children.at(-1)?.exit();
      timers.advance(5000);
      children.at(-1)?.ready();
    }
    const located = locate(await acquire());
    children.at(-1)?.answer();
    await located;
    children.at(-1)?.exit();
    expect(restarts.at(-1)).toBe(100);
  });

  test("leaves who waits waiting for the one that comes after it", async () => {
    const { children, timers, acquire } = createPool(1);
    children[0]?.exit();
    const lease = acquire();
    timers.advance(100);
    children[1]?.ready();
    const located = locate(await lease);
    children[1]?.answer();
    expect((await located).hands).toBe(1);
  });

  test("between its lending and its use fails that picture and no other", async () => {
    const { children, timers, acquire } = createPool(1);
    const lease = await acquire();
    children[0]?.exit();
    expect(locate(lease)).rejects.toMatchObject({ code: "vision-failed" });
    timers.advance(100);
    children[1]?.ready();
    await acquire();
  });
});

describe("between connections", () => {
  /** A pool, and connections whose pictures take so long; `look` ends when the picture is done. */
  function createConnections(size: number) {
    const { pool, children, timers } = createPool(size);
    const open = (cost: number) => {
      const told: string[] = [];
      const locator = pool.locatorFor(() => told.push("greedy"));
      const acquire = () => locator.acquire(new AbortController().signal);
      const look = async (lease?: VisionLease) => {
        const before = children.filter(({ picture }) => picture);
        const located = locate(lease ?? (await acquire()));
        const child = children.find((one) => one.picture && !before.includes(one));
        timers.advance(cost);
        child?.answer();
        await located;
      };
      return { told, acquire, look };
    };
    return { open, children, timers };
  }

  test("the one that has used least is served first, whoever came first", async () => {
    const { open } = createConnections(1);
    const connections = { greedy: open(80), modest: open(10) };
    const held = await open(1).acquire();
    const order: string[] = [];
    const ask = async (name: keyof typeof connections) => {
      const lease = await connections[name].acquire();
      order.push(name);
      await connections[name].look(lease);
    };
    const asked = (["greedy", "greedy", "modest", "modest"] as const).map(ask);
    held.release();
    await Promise.all(asked);
    expect(order).toEqual(["greedy", "modest", "modest", "greedy"]);
  });

  test("heavy pictures never take the last process while a light connection is about, and may when it is gone", async () => {
    const { open, timers } = createConnections(2);
    const learner = open(12);
    const strangers = [open(800), open(800)];
    await learner.look();
    for (const stranger of strangers) await stranger.look();
    await learner.look();
    const first = await strangers[0]!.acquire();
    const second = strangers[1]!.acquire();
    expect(await isSettled(second)).toBe(false);
    await learner.look();
    expect(await isSettled(second)).toBe(false);
    timers.advance(2001);
    const third = strangers[0]!.acquire();
    expect(await isSettled(Promise.all([second, third]))).toBe(false);
    first.release();
    await Promise.all([second, third]);
  });

  test("a connection that is new has to show first that its pictures are light", async () => {
    const { open } = createConnections(2);
    const learner = open(12);
    await learner.look();
    const [one, other] = [open(12), open(12)];
    const lease = await one.acquire();
    const waiting = other.acquire();
    expect(await isSettled(waiting)).toBe(false);
    await one.look(lease);
    await other.look(await waiting);
    await Promise.all([learner.acquire(), one.acquire()]);
  });

  test("whose pictures cost far more than others' is told so after the ninth in a short time", async () => {
    const { open } = createConnections(2);
    const learner = open(12);
    const stranger = open(800);
    for (let time = 0; time < 9; time++) {
      await learner.look();
      expect(stranger.told).toEqual([]);
      await stranger.look();
    }
    expect(stranger.told).toEqual(["greedy"]);
    expect(learner.told).toEqual([]);
  });

  test("one that is alone, or among its like, may send what pictures it will", async () => {
    const { open } = createConnections(2);
    const alike = [open(800), open(900)];
    for (let time = 0; time < 20; time++) for (const one of alike) await one.look();
    expect(alike.flatMap(({ told }) => told)).toEqual([]);
  });

  test.each([
    [1, 9],
    [1 / 4, 3],
    [1 / 16, 2],
  ])(
    "with %f of the credit whose pictures kill processes is told so after %i of them",
    async (credit, last) => {
      const { pool, children, timers } = createPool(1);
      const told: string[] = [];
      const locator = pool.locatorFor(() => told.push("greedy"), credit);
      for (let time = 0; time < last; time++) {
        expect(told).toEqual([]);
        const located = locate(await locator.acquire(new AbortController().signal)).catch(() => {});
        timers.advance(timeout);
        children.at(-1)?.exit();
        await located;
        timers.advance(5000);
        children.at(-1)?.ready();
      }
      expect(told).toEqual(["greedy"]);
    },
  );
});

test("a process that was killed for taking too long is not lent again before it is gone", async () => {
  const { children, timers, acquire, pool } = createPool(1);
  const located = locate(await acquire());
  const next = acquire();
  timers.advance(timeout);
  expect(located).rejects.toMatchObject({ code: "vision-failed" });
  expect(await isSettled(next)).toBe(false);
  expect(pool.ready).toBe(0);
  children[0]?.exit();
  timers.advance(100);
  children[1]?.ready();
  const second = locate(await next);
  children[1]?.answer();
  expect((await second).hands).toBe(1);
});

describe("stopping", () => {
  test("before it is started starts nothing any more", async () => {
    const timers = createManualClock();
    const { spawn, children } = createScriptedSpawn();
    const pool = createVisionPool({ size: 2, spawn, timers, clock: timers, timeout });
    await pool.stop(2000);
    pool.start();
    expect(children).toHaveLength(0);
  });

  test("lets the picture in hand finish", async () => {
    const { pool, children, acquire } = createPool(1);
    const located = locate(await acquire());
    const stopped = pool.stop(2000);
    children[0]?.answer();
    expect((await located).hands).toBe(1);
    expect(children[0]?.sent.at(-1)).toEqual({ type: "stop" });
    expect(await isSettled(stopped)).toBe(false);
    children[0]?.exit();
    await stopped;
  });

  test("kills what is still there after the deadline", async () => {
    const { pool, children, timers } = createPool(2);
    const stopped = pool.stop(2000);
    children[0]?.exit();
    timers.advance(1999);
    expect(children.map(({ killed }) => killed)).toEqual([false, false]);
    timers.advance(1);
    expect(children[1]?.killed).toBe(true);
    children[1]?.exit();
    await stopped;
    expect(timers.pending).toBe(0);
  });

  test("kills at once what is still loading: it would not hear of it", async () => {
    const { pool, children } = createPool(1, false);
    pool.stop(2000);
    expect(children[0]?.killed).toBe(true);
  });

  test("refuses who waits and who comes later, and starts nothing again", async () => {
    const { pool, children, timers, acquire, restarts } = createPool(1);
    await acquire();
    const waiting = acquire();
    const stopped = pool.stop(2000);
    expect(waiting).rejects.toMatchObject({ code: "shutting-down" });
    expect(acquire()).rejects.toMatchObject({ code: "shutting-down" });
    children[0]?.exit();
    await stopped;
    timers.advance(60_000);
    expect(children).toHaveLength(1);
    expect(restarts).toEqual([]);
  });

  test("also when a process is just about to be started again", async () => {
    const { pool, children, timers } = createPool(1);
    children[0]?.exit();
    await pool.stop(2000);
    timers.advance(60_000);
    expect(children).toHaveLength(1);
  });
});
