import { expect, test } from "bun:test";
import { createManualClock, settleMicrotasks } from "@signify/core/testing";
import fc from "fast-check";
import { createAdmission, type Stay } from "./admission.ts";
import { createIntake } from "./intake.ts";

const address = "a school";
const megabyte = 1024 * 1024;

/** A school's door, and what is counted there. */
function createSchool() {
  const clock = createManualClock();
  const admission = createAdmission({
    maxConnections: 256,
    maxConnectionsPerAddress: 64,
    allowedOrigins: [],
    authToken: "",
    clock,
    timers: clock,
  });
  /** Comes, waits if it has to, and answers the stay: the server's own order of things. */
  const come = async (): Promise<Stay | undefined> => {
    const visitor = { address };
    await admission.arrive(visitor);
    const entry = admission.enter(visitor);
    return "refusal" in entry ? undefined : entry;
  };
  const intakeOf = ({ credit }: Stay) => createIntake({ maxRate: 60, maxLength: megabyte, clock, credit });
  return { clock, come, intakeOf };
}

/** How long each of a learner's connections holds, in milliseconds, before its Wi-Fi loses it; it comes back a second after it came. */
const wifi = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 5 });
const flood = fc.record({
  length: fc.constantFrom(0, 7, 130_000, megabyte),
  messages: fc.constantFrom(150, 2000),
});

test("in a classroom of 30 behind one address, of whom one floods and comes back at once, four times over, each other one is let in within two seconds whenever it comes, and read", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wifi, { minLength: 29, maxLength: 29 }), flood, async (class_, flood) => {
      const { clock, come, intakeOf } = createSchool();
      const seconds = 12;
      const end = clock() + seconds * 1000;
      // Soon after each of the first ten, and every two seconds each of the four from then on.
      const mostThrowOuts = 10 + 4 * (1 + seconds / 2);
      let refused = 0;
      let unread = 0;
      let longest = 0;
      let entered = 0;
      let throwOuts = 0;

      const stranger = async () => {
        const stay = await come();
        if (!stay) return void clock.after(100, stranger);
        const intake = intakeOf(stay);
        const verdicts = Array.from({ length: flood.messages }, () => intake.judge(flood.length));
        const isThrownOut = verdicts.includes("close");
        if (isThrownOut) throwOuts += 1;
        stay.leave(isThrownOut ? 1 : intake.strain);
        // A round trip.
        if (clock() < end && throwOuts <= mostThrowOuts) clock.after(1, stranger);
      };

      const learner = async (holds: readonly number[], time: number) => {
        const since = clock();
        // It tries again a second later, whether or not the one before has got in.
        if (since < end) clock.after(1000, () => learner(holds, time + 1));
        const stay = await come();
        if (!stay) return void refused++;
        longest = Math.max(longest, clock() - since);
        entered += 1;
        const intake = intakeOf(stay);
        const leaveAt = clock() + (holds[time % holds.length] ?? 0);
        const show = () => {
          if (clock() >= leaveAt) return stay.leave(intake.strain);
          // A picture, a ping and a reset.
          for (const length of [50_000, 0, 60]) if (intake.judge(length) !== "read") unread += 1;
          clock.after(66, show);
        };
        show();
      };

      for (let time = 0; time < 4; time++) stranger();
      for (const [index, holds] of class_.entries()) clock.after(index * 33, () => learner(holds, 0));
      while (clock.runNext(end + 2000)) await settleMicrotasks(6);

      expect({ refused, unread }).toEqual({ refused: 0, unread: 0 });
      expect(longest).toBeLessThanOrEqual(2000);
      expect(entered).toBeGreaterThanOrEqual(29 * seconds);
      expect(throwOuts).toBeLessThanOrEqual(mostThrowOuts);
    }),
    { numRuns: 20 },
  );
});

test("in a classroom without a stranger nobody ever waits, though all 30 come at once and come back each second", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wifi, { minLength: 30, maxLength: 30 }), async (class_) => {
      const { clock, come, intakeOf } = createSchool();
      for (let second = 0; second < 10; second++) {
        const since = clock();
        const stays = await Promise.all(class_.map(() => come()));
        expect(clock()).toBe(since);
        for (const [index, stay] of stays.entries()) {
          expect(stay).toMatchObject({ credit: 1 });
          if (!stay) continue;
          const intake = intakeOf(stay);
          // A second of work that a stuck network lets through at once.
          const length = (class_[index]?.[0] ?? 0) * 50;
          for (let frame = 0; frame < 15; frame++) intake.judge(length);
          stay.leave(intake.strain);
        }
        clock.advance(1000);
      }
    }),
    { numRuns: 20 },
  );
});
