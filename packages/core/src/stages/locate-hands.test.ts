import { describe, expect, test } from "bun:test";
import type { HandTracking } from "../landmarks/hand-tracking.ts";
import { mirrorLandmarks } from "../landmarks/mirror-landmarks.ts";
import type { Flow } from "../pipeline/flow.ts";
import type { VisionLease } from "../ports/hand-locator.ts";
import type { RecognitionMode } from "../schema/message-types.ts";
import {
  createManualClock,
  createScriptedLocator,
  handLandmarks,
  type LocateCall,
  landmarkFrame,
  locatedHands,
  pictureFrame,
  recordFrame,
  settleMicrotasks,
} from "../testing/index.ts";
import { passingItems, runStage } from "../testing/run-stage.ts";
import type { Admitted } from "./latest.ts";
import { locateHands, type SeenHands } from "./locate-hands.ts";

const tracking = (nextLook: number): HandTracking => ({ tracks: [], framesSinceSearch: 0, nextLook });

/** Feeds pictures to the stage, each with a lease, and answers each look as told. */
async function locateEach(answers: ((call: LocateCall) => void)[], mode: RecognitionMode = "live") {
  const locator = createScriptedLocator();
  const frames = answers.map((_, sequence) => recordFrame(pictureFrame(sequence)));
  const seen: SeenHands[] = [];
  const out: Flow<SeenHands>[] = [];
  async function* source(): AsyncGenerator<Flow<Admitted>> {
    for (const frame of frames) {
      yield {
        type: "value",
        frame,
        value: { kind: "picture", frame, lease: await locator.acquire(frame.signal) },
      };
    }
  }
  const stage = locateHands({ mode, clock: createManualClock(), onHands: (_, hands) => seen.push(hands) });
  const read = async () => {
    for await (const item of stage(source())) out.push(item);
  };
  const ended = read();
  for (const [index, answer] of answers.entries()) {
    await settleMicrotasks();
    const call = locator.calls[index];
    if (!call) throw new Error("expected a look at the picture");
    answer(call);
  }
  await ended;
  return { locator, frames, seen, out };
}

describe("locateHands", () => {
  test("answers a picture's landmarks, its aspect and the time they took", async () => {
    const located = locatedHands({ timings: { palm: 1, warp: 2, hand: 3, decode: 4 } });
    const { out, frames, seen, locator } = await locateEach([(call) => call.resolve(located)]);
    const hands = { landmarks: located.landmarks, aspect: located.aspect };
    expect(out).toMatchObject([{ type: "value", value: hands }]);
    expect(seen).toEqual([hands]);
    expect(frames[0]?.timings).toEqual({ wait: 0, palm: 1, warp: 2, hand: 3, decode: 4 });
    expect([locator.openLeases, locator.misusedLeases, locator.free]).toEqual([0, 0, 1]);
  });

  test("notes how long the frame waited", async () => {
    const frame = recordFrame(landmarkFrame());
    const stage = locateHands({ mode: "live", clock: createManualClock(40) });
    await runStage(stage, [{ type: "value", frame, value: { kind: "landmarks", frame } }]);
    expect(frame.timings).toEqual({ wait: 40 });
  });

  test("gives each look the tracking that the one before left behind", async () => {
    const answers = [1, 2, 3].map(
      (look) => (call: LocateCall) => call.resolve(locatedHands({ tracking: tracking(look) })),
    );
    const { locator } = await locateEach(answers);
    expect(locator.calls.map((call) => [call.mode, call.tracking.nextLook])).toEqual([
      ["live", 0],
      ["live", 1],
      ["live", 2],
    ]);
  });

  test("lets each still picture stand for itself", async () => {
    const answers = [1, 2].map(
      (look) => (call: LocateCall) => call.resolve(locatedHands({ tracking: tracking(look) })),
    );
    const { locator } = await locateEach(answers, "still");
    expect(locator.calls.map((call) => [call.mode, call.tracking.nextLook])).toEqual([
      ["still", 0],
      ["still", 0],
    ]);
  });

  test("fails a picture that cannot be read, alone, and keeps the tracking", async () => {
    const failure = new Error("no picture");
    const { out, frames, locator } = await locateEach([
      (call) => call.resolve(locatedHands({ tracking: tracking(1) })),
      (call) => call.reject(failure),
      (call) => call.resolve(locatedHands()),
    ]);
    expect(out.map(({ type }) => type)).toEqual(["value", "failure", "value"]);
    expect(out[1]).toMatchObject({ error: failure });
    expect(frames.map((frame) => frame.outcomes)).toEqual([[], ["failed"], []]);
    expect(locator.calls[2]?.tracking.nextLook).toBe(1);
  });

  test("passes landmarks without a lease, and un-mirrors them where they are mirrored", async () => {
    const landmarks = handLandmarks(2, "left");
    const frames = [landmarkFrame(1, { landmarks }), landmarkFrame(2, { landmarks, mirrored: true })];
    const stage = locateHands({ mode: "live", clock: createManualClock() });
    const out = await runStage(
      stage,
      frames
        .map((frame) => recordFrame(frame))
        .map((frame) => ({ type: "value", frame, value: { kind: "landmarks", frame } }) as const),
    );
    expect(out[0]).toMatchObject({ type: "value", value: { landmarks } });
    expect(out[1]).toMatchObject({ type: "value", value: { landmarks: mirrorLandmarks(landmarks) } });
  });

  test("drops the frame of an epoch that ends in mid-look, and discards the late result", async () => {
    const epoch = new AbortController();
    const frame = recordFrame(pictureFrame(), { signal: epoch.signal });
    const locator = createScriptedLocator();
    const seen: SeenHands[] = [];
    const stage = locateHands({
      mode: "live",
      clock: createManualClock(),
      onHands: (_, hands) => seen.push(hands),
    });
    const lease = await locator.acquire(frame.signal);
    const ended = runStage(stage, [{ type: "value", frame, value: { kind: "picture", frame, lease } }]);
    await settleMicrotasks();
    epoch.abort();
    expect(await ended).toEqual([]);
    locator.calls[0]?.resolve(locatedHands());
    await settleMicrotasks();
    expect(seen).toEqual([]);
    expect(frame.outcomes).toEqual(["reset"]);
    expect(frame.timings).toEqual({ wait: 0 });
  });

  test("a result that comes in the same moment as the reset is not told either", async () => {
    const epoch = new AbortController();
    const frame = recordFrame(pictureFrame(), { signal: epoch.signal });
    const locator = createScriptedLocator();
    const seen: SeenHands[] = [];
    const stage = locateHands({
      mode: "live",
      clock: createManualClock(),
      onHands: (_, hands) => seen.push(hands),
    });
    const lease = await locator.acquire(frame.signal);
    const ended = runStage(stage, [{ type: "value", frame, value: { kind: "picture", frame, lease } }]);
    await settleMicrotasks();
    locator.calls[0]?.resolve(locatedHands());
    await Promise.resolve();
    epoch.abort();
    expect(await ended).toEqual([]);
    expect(seen).toEqual([]);
    expect(frame.outcomes).toEqual(["reset"]);
  });

  test("a lease whose frame is already over is given back unused", async () => {
    const frame = recordFrame(pictureFrame(), { signal: AbortSignal.abort() });
    const locator = createScriptedLocator();
    const lease = await locator.acquire(new AbortController().signal);
    const stage = locateHands({ mode: "live", clock: createManualClock() });
    expect(
      await runStage(stage, [{ type: "value", frame, value: { kind: "picture", frame, lease } }]),
    ).toEqual([]);
    expect(locator.calls).toEqual([]);
    expect([locator.openLeases, locator.free]).toEqual([0, 1]);
    expect(frame.outcomes).toEqual(["reset"]);
  });

  test("a lease that throws instead of rejecting fails the frame alone", async () => {
    const lease: VisionLease = {
      locate: () => {
        throw new Error("made up");
      },
      release: () => {},
    };
    const frame = recordFrame(pictureFrame());
    const stage = locateHands({ mode: "live", clock: createManualClock() });
    const [out] = await runStage(stage, [{ type: "value", frame, value: { kind: "picture", frame, lease } }]);
    expect(out).toMatchObject({ type: "failure" });
  });

  test("passes what is not a value and ends with its source", async () => {
    const items = passingItems();
    expect(await runStage(locateHands({ mode: "live", clock: createManualClock() }), items)).toEqual(items);
  });
});
