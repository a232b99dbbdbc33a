import { describe, expect, test } from "bun:test";
import { SignifyError } from "./errors/signify-error.ts";
import type { FrameOutcome } from "./frames/frame.ts";
import { createRecognizer, type RecognizerEvent, type RecognizerOptions } from "./recognizer.ts";
import { defaultRecognizerSettings } from "./recognizer-settings.ts";
import type { SeenHands } from "./stages/locate-hands.ts";
import {
  createManualClock,
  createScriptedClassifier,
  createScriptedLocator,
  deferred,
  embeddingOf,
  folded,
  landmarkFrame,
  locatedHands,
  noHandLandmarks,
  pictureFrame,
  posedFrame,
  readingOf,
  settleMicrotasks,
  testHandRanges,
  testRules,
} from "./testing/index.ts";

const settings = { ...defaultRecognizerSettings, minFrames: 1 };

/** A running recognizer whose events and outcomes are kept; its parts answer when the test tells them to. */
function startRecognizer(options: Partial<RecognizerOptions> = {}) {
  const clock = createManualClock();
  const locator = createScriptedLocator();
  const classifier = createScriptedClassifier(() => readingOf("B"));
  const events: RecognizerEvent[] = [];
  const outcomes: [number, FrameOutcome][] = [];
  const hands: [number, SeenHands][] = [];
  const recognizer = createRecognizer({
    locator,
    classifier,
    settings,
    clock,
    onOutcome: (outcome, frame) => outcomes.push([frame.sequence, outcome]),
    onHands: (frame, seen) => hands.push([frame.sequence, seen]),
    ...options,
  });
  const ended = recognizer.run((event) => {
    events.push(event);
  });
  return { clock, locator, classifier, events, outcomes, hands, recognizer, ended };
}

/** What was delivered, in words. */
const words = (events: RecognizerEvent[]) =>
  events.map((event) => {
    const said =
      event.type === "prediction"
        ? event.score.letter
        : event.type === "status"
          ? event.status.state
          : event.type === "correction"
            ? event.correction.key
            : "failure";
    return `${event.frame.sequence} ${said}`;
  });

describe("a recognizer", () => {
  test("turns a picture with a hand into a letter", async () => {
    const { recognizer, locator, classifier, events, outcomes, hands } = startRecognizer();
    recognizer.push(pictureFrame(1));
    await settleMicrotasks();
    locator.calls[0]?.resolve(locatedHands());
    await settleMicrotasks();
    expect(words(events)).toEqual(["1 tracking", "1 B"]);
    expect(outcomes).toEqual([[1, "answered"]]);
    expect(hands.map(([sequence]) => sequence)).toEqual([1]);
    expect(classifier.calls[0]?.window.length).toBe(32 * 42 * 3);
  });

  test("answers a new target at once and scores by it from the next frame on", async () => {
    const { recognizer, events } = startRecognizer();
    expect([recognizer.epoch, recognizer.setTarget("C"), recognizer.epoch]).toEqual([0, 1, 1]);
    recognizer.push(landmarkFrame(1));
    await settleMicrotasks();
    const prediction = events.find((event) => event.type === "prediction");
    expect(prediction).toMatchObject({ frame: { epoch: 1 }, score: { letter: "B", target: "C" } });
  });

  test("judges the target, and a new one anew at once", async () => {
    const { recognizer, events } = startRecognizer({
      rules: testRules(),
      settings: { ...settings, throttle: { minInterval: 0, probabilityThreshold: -1 } },
    });
    const verdicts = () =>
      events.flatMap((event) => (event.type === "prediction" ? [event.score.verdict] : []));
    const show = async (frames: number) => {
      for (let frame = 0; frame < frames; frame++) {
        recognizer.push(landmarkFrame(frame));
        await settleMicrotasks();
      }
    };
    await show(1);
    recognizer.setTarget("B");
    await show(3);
    recognizer.setTarget("C");
    await show(1);
    recognizer.setTarget("B");
    await show(1);
    expect(verdicts()).toEqual([null, "almost", "almost", "shown", "other", "almost"]);
  });

  test("gives no verdict without rules", async () => {
    const { recognizer, events } = startRecognizer();
    recognizer.setTarget("B");
    recognizer.push(landmarkFrame(1));
    await settleMicrotasks();
    expect(events.find((event) => event.type === "prediction")).toMatchObject({ score: { verdict: null } });
  });

  test("reads by the hand that it is given, across targets, and tells its readings by nobody's", async () => {
    const read: number[] = [];
    const { recognizer, events } = startRecognizer({
      rules: testRules(),
      settings: { ...settings, smoothingSize: 1, throttle: { minInterval: 0, probabilityThreshold: -1 } },
      classifier: createScriptedClassifier(() => readingOf("B", 0.5)),
      onRead: (_, { distribution }) => read.push(distribution.indexOf(Math.max(...distribution))),
    });
    const letters = () =>
      events.flatMap((event) => (event.type === "prediction" ? [event.score.letter] : []));
    recognizer.setHand(new Map([["F", [embeddingOf("B")]]]));
    for (const target of ["B", "F", null] as const) {
      recognizer.setTarget(target);
      recognizer.push(landmarkFrame(1));
      await settleMicrotasks();
    }
    recognizer.setHand(new Map());
    recognizer.push(landmarkFrame(2));
    await settleMicrotasks();
    expect(letters()).toEqual(["F", "F", "F", "B"]);
    expect(read).toEqual([1, 1, 1, 1]);
  });

  test("fills its window first", async () => {
    const { recognizer, events, outcomes } = startRecognizer({ settings: { ...settings, minFrames: 3 } });
    for (const sequence of [1, 2, 3]) {
      recognizer.push(landmarkFrame(sequence));
      await settleMicrotasks();
    }
    expect(words(events)).toEqual(["1 filling", "2 filling", "3 tracking", "3 B"]);
    expect(outcomes).toEqual([
      [1, "filling"],
      [2, "filling"],
      [3, "answered"],
    ]);
  });

  test("throttles replies by time, letter and probability", async () => {
    const { recognizer, clock, outcomes } = startRecognizer();
    for (const [sequence, wait] of [0, 10, 90].entries()) {
      clock.advance(wait);
      recognizer.push(landmarkFrame(sequence));
      await settleMicrotasks();
    }
    expect(outcomes.map(([, outcome]) => outcome)).toEqual(["answered", "throttled", "throttled"]);
  });

  test("takes frames with landmarks without any vision worker", async () => {
    const { recognizer, locator, events } = startRecognizer({
      locator: createScriptedLocator({ workers: 0 }),
    });
    recognizer.push(landmarkFrame(1));
    await settleMicrotasks();
    expect(words(events)).toEqual(["1 tracking", "1 B"]);
    expect(locator.calls).toEqual([]);
  });

  test("reads each still picture by itself and answers every one", async () => {
    const { recognizer, locator, events, outcomes } = startRecognizer({
      mode: "still",
      settings: defaultRecognizerSettings,
    });
    for (const sequence of [0, 1]) {
      recognizer.push(pictureFrame(sequence));
      await settleMicrotasks();
      locator.calls[sequence]?.resolve(locatedHands());
      await settleMicrotasks();
    }
    expect(words(events)).toEqual(["0 tracking", "0 B", "1 B"]);
    expect(locator.calls.map(({ mode }) => mode)).toEqual(["still", "still"]);
    expect(outcomes.map(([, outcome]) => outcome)).toEqual(["answered", "answered"]);
  });

  test("says when no hand is in view, once", async () => {
    const { recognizer, events, outcomes } = startRecognizer();
    for (const sequence of [1, 2]) {
      recognizer.push(landmarkFrame(sequence, { landmarks: noHandLandmarks() }));
      await settleMicrotasks();
    }
    expect(words(events)).toEqual(["1 no-hand"]);
    expect(outcomes.map(([, outcome]) => outcome)).toEqual(["no-hand", "no-hand"]);
  });

  test("says of each still picture without a hand that there is none: whoever asks about one waits for it", async () => {
    const { recognizer, events, outcomes } = startRecognizer({ mode: "still" });
    for (const sequence of [1, 2, 3]) {
      recognizer.push(landmarkFrame(sequence, { landmarks: noHandLandmarks() }));
      await settleMicrotasks();
    }
    expect(words(events)).toEqual(["1 no-hand", "2 no-hand", "3 no-hand"]);
    expect(outcomes.map(([, outcome]) => outcome)).toEqual(["no-hand", "no-hand", "no-hand"]);
  });

  test("a picture that cannot be read and a classifier that rejects fail their frame alone", async () => {
    const failures = [new SignifyError("bad-picture", "Expected a JPEG."), new Error("made up")];
    const classifier = createScriptedClassifier();
    const { recognizer, locator, events, outcomes } = startRecognizer({ classifier });
    recognizer.push(pictureFrame(1));
    await settleMicrotasks();
    locator.calls[0]?.reject(failures[0]);
    await settleMicrotasks();
    recognizer.push(landmarkFrame(2));
    await settleMicrotasks();
    classifier.calls[0]?.reject(failures[1]);
    await settleMicrotasks();
    recognizer.push(landmarkFrame(3));
    await settleMicrotasks();
    classifier.calls[1]?.resolve(readingOf("B"));
    await settleMicrotasks();
    expect(words(events)).toEqual(["1 failure", "2 failure", "3 tracking", "3 B"]);
    expect(events.flatMap((event) => (event.type === "failure" ? [event.error] : []))).toEqual(failures);
    expect(outcomes).toEqual([
      [1, "failed"],
      [2, "failed"],
      [3, "answered"],
    ]);
  });

  test("holds up the next event while the owner is busy with one, and only the newest frame waits", async () => {
    const busy = deferred<void>();
    const recorded: number[] = [];
    const outcomes: [number, FrameOutcome][] = [];
    const recognizer = createRecognizer({
      locator: createScriptedLocator(),
      classifier: createScriptedClassifier(() => readingOf("B")),
      settings: { ...settings, throttle: { minInterval: 0, probabilityThreshold: -1 } },
      clock: createManualClock(),
      onOutcome: (outcome, frame) => outcomes.push([frame.sequence, outcome]),
    });
    const ended = recognizer.run((event) => {
      recorded.push(event.frame.sequence);
      return busy.promise;
    });
    for (const sequence of [1, 2, 3]) {
      recognizer.push(landmarkFrame(sequence));
      await settleMicrotasks();
    }
    expect([...recorded, ...outcomes]).toEqual([1, [2, "superseded"]]);
    busy.resolve();
    await settleMicrotasks();
    expect(recorded).toEqual([1, 1, 3]);
    recognizer.close();
    await ended;
  });
});

describe("a reset while vision is in flight", () => {
  test("returns at once and the next frame is read though the old look never ends", async () => {
    const { recognizer, locator, events, outcomes, hands } = startRecognizer({});
    recognizer.push(pictureFrame(1));
    await settleMicrotasks();
    expect(locator.calls.length).toBe(1);

    expect(recognizer.setTarget("C")).toBe(1);
    expect(outcomes).toEqual([]);
    recognizer.push(landmarkFrame(2));
    await settleMicrotasks();
    expect(words(events)).toEqual(["2 tracking", "2 B"]);
    expect(outcomes).toEqual([
      [1, "reset"],
      [2, "answered"],
    ]);

    locator.calls[0]?.resolve(locatedHands());
    await settleMicrotasks();
    expect(words(events)).toEqual(["2 tracking", "2 B"]);
    expect(hands.map(([sequence]) => sequence)).toEqual([2]);
  });

  test("lets another worker take the next picture", async () => {
    const locator = createScriptedLocator({ workers: 2 });
    const { recognizer, events } = startRecognizer({ locator });
    recognizer.push(pictureFrame(1));
    await settleMicrotasks();
    recognizer.setTarget("C");
    recognizer.push(pictureFrame(2));
    await settleMicrotasks();
    locator.calls[1]?.resolve(locatedHands());
    await settleMicrotasks();
    expect(words(events)).toEqual(["2 tracking", "2 B"]);
  });

  test("discards the classifier's late answer as well", async () => {
    const classifier = createScriptedClassifier();
    const { recognizer, events, outcomes } = startRecognizer({ classifier });
    recognizer.push(landmarkFrame(1));
    await settleMicrotasks();
    recognizer.setTarget("C");
    recognizer.push(landmarkFrame(2));
    await settleMicrotasks();
    classifier.calls[0]?.resolve(readingOf("A"));
    classifier.calls[1]?.resolve(readingOf("B"));
    await settleMicrotasks();
    expect(words(events)).toEqual(["2 tracking", "2 B"]);
    expect(outcomes[0]).toEqual([1, "reset"]);
  });

  test("forgets the window and the mean of the old letter", async () => {
    const classifier = createScriptedClassifier();
    const { recognizer, events } = startRecognizer({ classifier, settings: { ...settings, minFrames: 2 } });
    const push = async (sequence: number, letter: "A" | "B") => {
      recognizer.push(landmarkFrame(sequence));
      await settleMicrotasks();
      classifier.calls.at(-1)?.resolve(readingOf(letter));
      await settleMicrotasks();
    };
    for (const sequence of [1, 2, 3, 4]) await push(sequence, "A");
    recognizer.setTarget("C");
    for (const sequence of [5, 6]) await push(sequence, "B");
    expect(words(events)).toEqual(["1 filling", "2 tracking", "2 A", "5 filling", "6 tracking", "6 B"]);
  });
});

describe("closing a recognizer", () => {
  test("ends it while it waits for a frame", async () => {
    const { recognizer, ended } = startRecognizer();
    await settleMicrotasks();
    recognizer.close();
    await ended;
  });

  test("ends it in mid-look and in mid-reading, and accounts for the frames as closed", async () => {
    const looking = startRecognizer();
    looking.recognizer.push(pictureFrame(1));
    await settleMicrotasks();
    looking.recognizer.push(pictureFrame(2));
    looking.recognizer.close();
    await looking.ended;
    expect(looking.outcomes).toEqual([
      [2, "closed"],
      [1, "closed"],
    ]);

    const reading = startRecognizer({ classifier: createScriptedClassifier() });
    reading.recognizer.push(landmarkFrame(1));
    await settleMicrotasks();
    reading.recognizer.close();
    await reading.ended;
    expect(reading.outcomes).toEqual([[1, "closed"]]);
  });

  test("delivers nothing afterwards and settles late frames as closed", async () => {
    const { recognizer, events, outcomes, ended } = startRecognizer();
    recognizer.push(landmarkFrame(1));
    recognizer.close();
    recognizer.push(landmarkFrame(2));
    recognizer.setTarget("A");
    recognizer.push(landmarkFrame(3));
    await ended;
    expect(events).toEqual([]);
    expect(outcomes.map(([, outcome]) => outcome)).toEqual(["closed", "closed", "closed"]);
  });

  test("before it runs ends the run at once", async () => {
    const recognizer = createRecognizer({
      locator: createScriptedLocator(),
      classifier: createScriptedClassifier(),
      settings,
      clock: createManualClock(),
    });
    recognizer.close();
    await recognizer.run(() => {});
  });

  test("twice does no harm", async () => {
    const { recognizer, ended } = startRecognizer();
    recognizer.close();
    recognizer.close();
    await ended;
  });

  test("happens by itself when the owner throws, and every frame is accounted for", async () => {
    const outcomes: [number, FrameOutcome][] = [];
    const recognizer = createRecognizer({
      locator: createScriptedLocator(),
      classifier: createScriptedClassifier(() => readingOf("B")),
      settings,
      clock: createManualClock(),
      onOutcome: (outcome, frame) => outcomes.push([frame.sequence, outcome]),
    });
    const ended = recognizer.run(() => {
      recognizer.push(landmarkFrame(2));
      throw new Error("made up");
    });
    recognizer.push(landmarkFrame(1));
    await expect(ended).rejects.toThrow("made up");
    recognizer.push(landmarkFrame(3));
    expect(outcomes).toEqual([
      [1, "failed"],
      [2, "closed"],
      [3, "closed"],
    ]);
  });
});

describe("corrections", () => {
  /** An I that is shown while an S is asked, ten frames a second. */
  const landmarks = posedFrame({ index: folded, middle: folded, ring: folded });
  const show = async ({ recognizer }: ReturnType<typeof startRecognizer>, count: number, from = 0) => {
    for (let number = from; number < from + count; number++) {
      recognizer.push(landmarkFrame(number, { landmarks, capturedAt: number * 100 }));
      await settleMicrotasks();
    }
  };
  const classifier = createScriptedClassifier(() => readingOf("I"));
  const keysOf = (events: RecognizerEvent[]) =>
    events.flatMap((event) => (event.type === "correction" ? [event.correction.key] : []));

  test("come with the ranges, ahead of their frame's prediction, and end no frame", async () => {
    const started = startRecognizer({ classifier, handRanges: testHandRanges() });
    started.recognizer.setTarget("S");
    await show(started, 20);
    expect(keysOf(started.events)).toEqual(["bend-little"]);
    expect(started.outcomes).toHaveLength(20);
    const { frame } = started.events.find(({ type }) => type === "correction") ?? {};
    const of = started.events.filter((event) => event.frame === frame);
    expect(of[0]?.type).toBe("correction");
    started.recognizer.close();
  });

  test("do not come without them", async () => {
    const started = startRecognizer({ classifier });
    started.recognizer.setTarget("S");
    await show(started, 20);
    expect(keysOf(started.events)).toEqual([]);
    started.recognizer.close();
  });

  test("of an older letter are never told: what was seen before the reset does not count", async () => {
    const started = startRecognizer({ classifier, handRanges: testHandRanges() });
    started.recognizer.setTarget("S");
    await show(started, 11);
    started.recognizer.push(landmarkFrame(11, { landmarks, capturedAt: 1100 }));
    started.recognizer.setTarget("S");
    await show(started, 11, 12);
    expect(keysOf(started.events)).toEqual([]);
    await show(started, 2, 23);
    expect(keysOf(started.events)).toEqual(["bend-little"]);
    expect(started.events.every(({ frame }) => frame.epoch <= 2)).toBe(true);
    started.recognizer.close();
  });
});
