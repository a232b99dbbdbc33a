import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import type { AcceptedFrame, FrameOutcome } from "./frames/frame.ts";
import { createRecognizer } from "./recognizer.ts";
import { defaultRecognizerSettings } from "./recognizer-settings.ts";
import {
  createManualClock,
  createScriptedClassifier,
  createScriptedLocator,
  landmarkFrame,
  locatedHands,
  noHandLandmarks,
  pictureFrame,
  readingOf,
  settleMicrotasks,
  testHandRanges,
} from "./testing/index.ts";

/** One thing that can happen to a connection. A number picks among the calls that are still open. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("picture" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("landmarks" as const), hand: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("reset" as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("located" as const), pick: fc.nat(), hand: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("unreadable" as const), pick: fc.nat() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("classified" as const), pick: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("rejected" as const), pick: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("time" as const), milliseconds: fc.nat(120) }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("turns" as const), turns: fc.integer({ min: 1, max: 12 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("rest" as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("read" as const), pick: fc.nat() }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Plays the steps to a recognizer, closes it, and checks the invariants on the way and at the end. */
async function play(steps: Step[], options: { workers: number; mode: "live" | "still" }) {
  const clock = createManualClock();
  const locator = createScriptedLocator({ workers: options.workers });
  const classifier = createScriptedClassifier();
  const outcomes = new Map<number, FrameOutcome[]>();
  const delivered: number[] = [];
  const open = { locate: locator.calls, classify: classifier.calls };
  let accepted = 0;
  let seenHands = 0;
  const broken: string[] = [];
  const told = (frame: AcceptedFrame, last: number) => {
    if (frame.epoch !== recognizer.epoch) broken.push("I1: of an older epoch");
    if (frame.sequence < last) broken.push("I2: out of order");
  };

  const recognizer = createRecognizer({
    locator,
    classifier,
    settings: { ...defaultRecognizerSettings, minFrames: 2 },
    clock,
    mode: options.mode,
    handRanges: testHandRanges(),
    onOutcome: (outcome, { sequence }) =>
      outcomes.set(sequence, [...(outcomes.get(sequence) ?? []), outcome]),
    onHands: (frame) => {
      told(frame, seenHands);
      seenHands = frame.sequence;
    },
  });
  const ended = recognizer.run(({ frame }) => {
    told(frame, delivered.at(-1) ?? 0);
    delivered.push(frame.sequence);
  });

  /** Takes one of the open calls out of the list. */
  const take = <T>(calls: T[], pick: number): T | undefined => calls.splice(pick % (calls.length || 1), 1)[0];
  const landmarks = (hand: boolean) => (hand ? locatedHands().landmarks : noHandLandmarks());
  /** Leads one frame all the way through. */
  const read = async (pick: number) => {
    recognizer.push(landmarkFrame(accepted++));
    await settleMicrotasks();
    open.classify.pop()?.resolve(readingOf("B", 0.5 + (pick % 2) / 50));
    await settleMicrotasks();
  };
  const perform = (happening: Step): void | Promise<void> => {
    switch (happening.do) {
      case "picture":
        return recognizer.push(pictureFrame(accepted++));
      case "landmarks":
        return recognizer.push(landmarkFrame(accepted++, { landmarks: landmarks(happening.hand) }));
      case "reset":
        return void recognizer.setTarget("C");
      case "located":
        return take(open.locate, happening.pick)?.resolve(
          locatedHands({ landmarks: landmarks(happening.hand) }),
        );
      case "unreadable":
        return take(open.locate, happening.pick)?.reject(new Error("unreadable"));
      case "classified":
        return take(open.classify, happening.pick)?.resolve(readingOf("B", 0.5 + (happening.pick % 10) / 20));
      case "rejected":
        return take(open.classify, happening.pick)?.reject(new Error("rejected"));
      case "time":
        return clock.advance(happening.milliseconds);
      case "turns":
        return settleMicrotasks(happening.turns);
      case "rest":
        return settleMicrotasks();
      case "read":
        return read(happening.pick);
    }
  };

  for (const happening of steps) {
    await perform(happening);
    if (accepted - outcomes.size > 2) broken.push("I5: more than one waits, besides the one on its way");
    if (locator.waiting > 1) broken.push("I5: more than one worker asked for");
  }
  recognizer.close();
  const lastDelivered = delivered.length;
  await ended;
  expect(delivered.length).toBe(lastDelivered);
  expect(broken).toEqual([]);

  // I6: each accepted frame has ended exactly once, although looks and readings are still in flight.
  expect(Array.from(outcomes.values(), (told) => told.length)).toEqual(Array(accepted).fill(1));
  expect([locator.openLeases, locator.misusedLeases, locator.waiting]).toEqual([0, 0, 0]);
  for (const call of open.locate) call.resolve(locatedHands());
  await settleMicrotasks();
  expect(locator.free).toBe(options.workers);
  return Array.from(outcomes.values()).flat();
}

describe("whatever happens in whatever order", () => {
  test("no event is of an older epoch, events are in order, one frame waits, each frame ends once, no lease is lost", async () => {
    const seen = new Set<FrameOutcome>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 120, size: "max" }),
        fc.record({
          workers: fc.constantFrom(1, 2),
          mode: fc.constantFrom("live" as const, "still" as const),
        }),
        async (steps, options) => {
          for (const outcome of await play(steps, options)) seen.add(outcome);
        },
      ),
      { numRuns: 120 },
    );
    // The law is worth little where the generated lives are too short to reach every end.
    expect([...seen].sort()).toEqual([
      ...["answered", "closed", "failed", "filling", "no-hand", "reset", "superseded", "throttled"],
    ] as FrameOutcome[]);
  });
});
