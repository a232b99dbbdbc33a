import { expect, test } from "bun:test";
import { noTracking } from "@signify/core";
import { createManualClock, pictureFrame, settleMicrotasks } from "@signify/core/testing";
import { createScriptedSpawn } from "@signify/workers/testing";
import fc from "fast-check";
import { slack } from "./vision-accounts.ts";
import { createVisionPool } from "./vision-pool.ts";

/**
 * Lets connections that always wait, also while a picture of theirs is looked at, compete for `size` processes. Each
 * goes through the costs of its pictures (milliseconds) again and again. Answers what each has used, after each picture.
 */
async function* compete(size: number, mix: number[][], pictures: number): AsyncGenerator<number[]> {
  const clock = createManualClock();
  const { spawn, children } = createScriptedSpawn();
  const pool = createVisionPool({ size, spawn, timers: clock, clock, timeout: 1e9 });
  pool.start();

  const used = mix.map(() => 0);
  const looking = new Map<(typeof children)[number], { index: number; begin: number }>();
  const send = async (index: number) => {
    const locator = pool.locatorFor(() => {});
    // A picture's only byte says whose it is.
    const picture = pictureFrame(0, { jpeg: new Uint8Array([index]) });
    for (const cost of repeat(mix[index] ?? [])) {
      const lease = await locator.acquire(new AbortController().signal);
      lease.locate(picture, noTracking, "live");
      const child = children.find((one) => one.picture && !looking.has(one));
      if (!child) throw new Error("expected a lease to be good for a picture");
      looking.set(child, { index, begin: clock() });
      clock.after(cost, () => {
        looking.delete(child);
        used[index] = (used[index] ?? 0) + cost;
        child.answer();
      });
    }
  };
  for (const index of mix.keys()) send(index);
  await settleMicrotasks();
  for (const child of children) child.ready();

  for (let done = 0; done < pictures; done++) {
    await settleMicrotasks();
    clock.runNext(Number.POSITIVE_INFINITY);
    const now = [...used];
    for (const { index, begin } of looking.values()) now[index] = (now[index] ?? 0) + clock() - begin;
    yield now;
  }
}

function* repeat<T>(values: T[]): Generator<T> {
  for (;;) yield* values;
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
const costs = (longest: number) =>
  fc.array(fc.integer({ min: 1, max: longest }), { minLength: 1, maxLength: 4 });

const size = fc.integer({ min: 1, max: 3 });

test("with any mix of costs, of those who always wait none gets less than its fair share of vision time minus one picture of each process and the slack", async () => {
  const mix = fc.array(costs(100), { minLength: 2, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(size, mix, async (size, mix) => {
      const longest = Math.max(...mix.flat());
      for await (const used of compete(size, mix, 80))
        expect(Math.min(...used)).toBeGreaterThanOrEqual(sum(used) / mix.length - size * longest - slack);
    }),
    { numRuns: 100 },
  );
});

test("and whoever sends light pictures does not either, however heavy those of others are", async () => {
  const light = fc.array(costs(20), { minLength: 1, maxLength: 3 });
  const heavy = fc.array(costs(3000), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(size, light, heavy, async (size, light, heavy) => {
      const longest = Math.max(...heavy.flat(), ...light.flat());
      for await (const used of compete(size, [...light, ...heavy], 80)) {
        const fair = sum(used) / used.length;
        expect(Math.min(...used.slice(0, light.length))).toBeGreaterThanOrEqual(
          fair - size * longest - slack,
        );
      }
    }),
    { numRuns: 100 },
  );
});
