import { describe, expect, test } from "bun:test";
import { type LetterReading, landmarkFrameLength } from "@signify/core";
import { deferred, settleMicrotasks } from "@signify/core/testing";
import fc from "fast-check";
import { type BatchLetterModel, createBatchingClassifier, modelWindow } from "./batching-classifier.ts";

const windowLength = modelWindow * landmarkFrameLength;

/** A window whose last number names it; a short one as a smaller KEYPOINT_BUFFER_SIZE makes it. */
function windowOf(name: number, frames = modelWindow): Float32Array {
  return new Float32Array(frames * landmarkFrameLength).fill(name);
}

/** The reading that names its window: in `letterness`, where a test can see it. */
function readAll(windows: Float32Array, count: number): LetterReading[] {
  return Array.from({ length: count }, (_, index) => ({
    probabilities: new Float32Array(26),
    letterness: windows[(index + 1) * windowLength - 1] ?? -1,
    embedding: new Float32Array(),
  }));
}

function setUp(options: { maxBatch?: number; read?: BatchLetterModel["read"] } = {}) {
  const deferredRuns: (() => void)[] = [];
  const batches: number[] = [];
  const classifier = createBatchingClassifier({
    model: Promise.resolve({ read: options.read ?? (async (windows, count) => readAll(windows, count)) }),
    maxBatch: options.maxBatch ?? 8,
    onBatch: (size) => batches.push(size),
    defer: (run) => deferredRuns.push(run),
  });
  const runDeferred = async () => {
    for (const run of deferredRuns.splice(0)) run();
    await settleMicrotasks();
  };
  return { classifier, batches, runDeferred };
}

test("windows that come in the same turn of the event loop go into one run", async () => {
  const { classifier, batches, runDeferred } = setUp();
  const readings = [1, 2, 3].map((name) => classifier.classify(windowOf(name)));
  await runDeferred();
  expect(batches).toEqual([3]);
  expect((await Promise.all(readings)).map(({ letterness }) => letterness)).toEqual([1, 2, 3]);
});

test("a run is never larger than allowed: it would hold up the thread that answers resets", async () => {
  const { classifier, batches, runDeferred } = setUp({ maxBatch: 2 });
  const readings = [1, 2, 3, 4, 5].map((name) => classifier.classify(windowOf(name)));
  await runDeferred();
  await Promise.all(readings);
  expect(batches).toEqual([2, 2, 1]);
});

test("windows that come while a run is under way go into the next one", async () => {
  const running = deferred<void>();
  const { classifier, batches, runDeferred } = setUp({
    async read(windows, count) {
      await running.promise;
      return readAll(windows, count);
    },
  });
  const first = classifier.classify(windowOf(1));
  await runDeferred();
  const later = [2, 3].map((name) => classifier.classify(windowOf(name)));
  await runDeferred();
  running.resolve();
  expect((await first).letterness).toBe(1);
  await settleMicrotasks();
  await runDeferred();
  expect((await Promise.all(later)).map(({ letterness }) => letterness)).toEqual([2, 3]);
  expect(batches).toEqual([1, 2]);
});

test("a shorter window stands at the end, led by zeros", async () => {
  let seen = new Float32Array();
  const { classifier, runDeferred } = setUp({
    async read(windows, count) {
      seen = windows.slice();
      return readAll(windows, count);
    },
  });
  const reading = classifier.classify(windowOf(7, 8));
  await runDeferred();
  expect((await reading).letterness).toBe(7);
  expect(seen.indexOf(7)).toBe(windowLength - 8 * landmarkFrameLength);
});

describe("a run that fails", () => {
  test("fails its own windows only; the next run is read", async () => {
    let failing = true;
    const { classifier, runDeferred } = setUp({
      maxBatch: 2,
      async read(windows, count) {
        if (failing) {
          failing = false;
          throw new Error("made up");
        }
        return readAll(windows, count);
      },
    });
    const readings = [1, 2, 3].map((name) => classifier.classify(windowOf(name)));
    await runDeferred();
    const settled = await Promise.allSettled(readings);
    expect(settled.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
  });

  test("does not stop the classifier: a later window starts a new run", async () => {
    let failing = true;
    const { classifier, runDeferred } = setUp({
      async read(windows, count) {
        if (failing) throw new Error("made up");
        return readAll(windows, count);
      },
    });
    const first = classifier.classify(windowOf(1));
    await runDeferred();
    expect(first).rejects.toThrow("made up");
    failing = false;
    const second = classifier.classify(windowOf(2));
    await runDeferred();
    expect((await second).letterness).toBe(2);
  });

  test("by answering too little fails the window that got nothing", async () => {
    const { classifier, runDeferred } = setUp({ read: async (windows) => readAll(windows, 1) });
    const readings = [1, 2].map((name) => classifier.classify(windowOf(name)));
    await runDeferred();
    expect((await readings[0])?.letterness).toBe(1);
    expect(readings[1]).rejects.toMatchObject({ code: "internal" });
  });
});

test("a model that could not be loaded fails every window, and leaves none waiting", async () => {
  const model = Promise.reject(new Error("no such model"));
  model.catch(() => {});
  const classifier = createBatchingClassifier({ model, maxBatch: 8 });
  expect(classifier.classify(windowOf(1))).rejects.toThrow("no such model");
  expect(classifier.classify(windowOf(2))).rejects.toThrow("no such model");
});

test("whatever comes when, each window gets its own reading, and no run is larger than allowed", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 }),
      async (maxBatch, arrivals) => {
        const { classifier, batches, runDeferred } = setUp({ maxBatch });
        let name = 0;
        const readings: Promise<[number, LetterReading]>[] = [];
        for (const count of arrivals) {
          for (let index = 0; index < count; index++) {
            const mine = ++name;
            readings.push(classifier.classify(windowOf(mine)).then((reading) => [mine, reading]));
          }
          if (count % 2 === 0) await runDeferred();
        }
        await runDeferred();
        for (const [mine, { letterness }] of await Promise.all(readings)) expect(letterness).toBe(mine);
        expect(Math.max(0, ...batches)).toBeLessThanOrEqual(maxBatch);
        expect(batches.reduce((sum, size) => sum + size, 0)).toBe(name);
      },
    ),
    { numRuns: 40 },
  );
});
