import { expect, test } from "bun:test";
import fc from "fast-check";
import { createManualClock } from "../testing/index.ts";
import { createTokenBucket } from "./token-bucket.ts";

test("a full bucket allows one second's worth at once and no more", () => {
  const bucket = createTokenBucket({ rate: 5, capacity: 5, clock: createManualClock() });
  expect(Array.from({ length: 7 }, () => bucket.take())).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});

test("an empty bucket fills again at its rate", () => {
  const clock = createManualClock();
  const bucket = createTokenBucket({ rate: 10, capacity: 10, clock });
  while (bucket.take());
  clock.advance(99);
  expect(bucket.take()).toBe(false);
  clock.advance(1);
  expect(bucket.take()).toBe(true);
  expect(bucket.take()).toBe(false);
});

test("a long silence saves up no more than one burst", () => {
  const clock = createManualClock();
  const bucket = createTokenBucket({ rate: 3, capacity: 3, clock });
  clock.advance(3_600_000);
  expect(Array.from({ length: 5 }, () => bucket.take()).filter(Boolean)).toHaveLength(3);
});

test("at exactly the allowed rate nothing is ever refused", () => {
  const clock = createManualClock();
  const bucket = createTokenBucket({ rate: 60, capacity: 60, clock });
  for (let frame = 0; frame < 6000; frame++) {
    expect(bucket.take()).toBe(true);
    clock.advance(1000 / 60);
  }
});

test("whatever the times of the calls, never more than rate · t + one burst is given", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 300 }),
      (rate, pauses) => {
        const clock = createManualClock(1_000_000);
        const bucket = createTokenBucket({ rate, capacity: rate, clock });
        let given = 0;
        let elapsed = 0;
        for (const pause of pauses) {
          clock.advance(pause);
          elapsed += pause;
          while (bucket.take()) given += 1;
          expect(given).toBeLessThanOrEqual(rate + (elapsed / 1000) * rate + 1e-6);
        }
      },
    ),
  );
});

test("gives many at once or none of them", () => {
  const clock = createManualClock();
  const bucket = createTokenBucket({ rate: 10, capacity: 10, clock });
  expect(bucket.take(7)).toBe(true);
  expect(bucket.take(4)).toBe(false);
  expect(bucket.take(3)).toBe(true);
  clock.advance(500);
  expect(bucket.take(6)).toBe(false);
  expect(bucket.take(5)).toBe(true);
});

test("says how long it takes until there is one again", () => {
  const clock = createManualClock();
  const bucket = createTokenBucket({ rate: 10, capacity: 1, clock });
  expect(bucket.wait).toBe(0);
  bucket.take();
  expect(bucket.wait).toBe(100);
  clock.advance(40);
  expect(bucket.wait).toBe(60);
});

test("begins with as much as it is told, and says how much of it there is", () => {
  const clock = createManualClock();
  const bucket = createTokenBucket({ rate: 10, capacity: 40, clock, level: 1 / 4 });
  expect(bucket.level).toBe(1 / 4);
  expect(bucket.take(11)).toBe(false);
  expect(bucket.take(10)).toBe(true);
  expect(bucket.level).toBe(0);
  clock.advance(2000);
  expect(bucket.level).toBe(1 / 2);
  clock.advance(60_000);
  expect(bucket.level).toBe(1);
});

test("a clock that jumps back takes nothing away", () => {
  let now = 1000;
  const bucket = createTokenBucket({ rate: 1, capacity: 2, clock: () => now });
  now = 0;
  expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([true, true, false]);
});
