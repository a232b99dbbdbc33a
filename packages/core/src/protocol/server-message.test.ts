import { describe, expect, test } from "bun:test";
import { Value } from "@sinclair/typebox/value";
import fc from "fast-check";
import type { Correction } from "../correction/create-advisor.ts";
import { SignifyError, wireErrorCodes } from "../errors/signify-error.ts";
import { letters } from "../letters/letters.ts";
import type { ServerMessage } from "../schema/message-types.ts";
import { serverMessages } from "../schema/messages.ts";
import { type Score, scoreDistribution } from "../stages/score.ts";
import { handLandmarks, pictureFrame, recordFrame } from "../testing/index.ts";
import { errorMessage, eventMessage, landmarksMessage, lessonMessage } from "./server-message.ts";

/** The message as a client gets it, held against its schema. */
function overTheWire(message: ServerMessage): unknown {
  const received: unknown = JSON.parse(JSON.stringify(message));
  expect([...Value.Errors(serverMessages[message.type], received)]).toEqual([]);
  return received;
}

describe("eventMessage", () => {
  test("tells a prediction, probabilities to 4 places and milliseconds to 2", () => {
    const frame = recordFrame(pictureFrame(7), { epoch: 2 });
    Object.assign(frame.timings, { wait: 1.23456, letter: 0.5 });
    const score: Score = {
      ...{ letter: "B", probability: 0.123456, target: "C", targetProbability: 0.00004, letterness: 0.99999 },
      verdict: "almost",
      top: [{ letter: "B", probability: 0.123456 }],
    };
    expect(overTheWire(eventMessage({ type: "prediction", frame, score }))).toEqual({
      type: "prediction",
      sequence: 7,
      capturedAt: 7 * 33,
      epoch: 2,
      letter: "B",
      probability: 0.1235,
      target: "C",
      targetProbability: 0,
      verdict: "almost",
      letterness: 1,
      top: [{ letter: "B", probability: 0.1235 }],
      milliseconds: { wait: 1.23, letter: 0.5 },
    });
  });

  test("is valid for any distribution", () => {
    const probabilities = fc.array(fc.float({ min: 0, max: 1, noNaN: true }), {
      minLength: 26,
      maxLength: 26,
    });
    fc.assert(
      fc.property(probabilities, fc.constantFrom(...letters, null), (distribution, target) => {
        const score = { ...scoreDistribution(Float32Array.from(distribution), target), verdict: null };
        overTheWire(eventMessage({ type: "prediction", frame: recordFrame(pictureFrame()), score }));
      }),
    );
  });

  test("tells each status", () => {
    const frame = recordFrame(pictureFrame(7));
    const told = (["no-hand", "tracking"] as const).map((state) =>
      overTheWire(eventMessage({ type: "status", frame, status: { state } })),
    );
    expect(told).toEqual([
      { type: "status", sequence: 7, state: "no-hand" },
      { type: "status", sequence: 7, state: "tracking" },
    ]);
    const filling = { state: "filling", frames: 3, needed: 8 } as const;
    expect(overTheWire(eventMessage({ type: "status", frame, status: filling }))).toEqual({
      type: "status",
      sequence: 7,
      ...filling,
    });
  });
});

test("a correction's message says what, where and how much, or that there is none any more", () => {
  const frame = recordFrame(pictureFrame(7), { epoch: 2 });
  const some: Correction = {
    ...{ target: "S", key: "bend-little", part: "little", change: "bend" },
    ...{ points: [38, 39, 40, 41], strength: 0.56789 },
  };
  const none: Correction = { target: "S", key: null, part: null, change: null, points: [], strength: 0 };
  const told = (correction: Correction) =>
    overTheWire(eventMessage({ type: "correction", frame, correction }));
  expect(told(some)).toEqual({ type: "correction", sequence: 7, epoch: 2, ...some, strength: 0.57 });
  expect(told(none)).toEqual({ type: "correction", sequence: 7, epoch: 2, ...none });
});

test("a lesson's message says how far it is, or how it ended", () => {
  const told = [
    lessonMessage("G", { state: "learning", progress: 0.12345 }),
    lessonMessage("G", { state: "learned", sample: "fwA=" }),
    lessonMessage("G", { state: "refused", seen: "Q" }),
  ].map(overTheWire);
  expect(told).toEqual([
    { type: "hand.learning", letter: "G", progress: 0.12 },
    { type: "hand.learned", letter: "G", sample: "fwA=" },
    { type: "hand.refused", letter: "G", seen: "Q" },
  ]);
});

describe("landmarksMessage", () => {
  test("gives 126 coordinates to 5 places, and the aspect where it is known", () => {
    const frame = recordFrame(pictureFrame(7));
    const landmarks = handLandmarks(0.123456);
    const message = overTheWire(landmarksMessage(frame, { landmarks, aspect: 1.5 }));
    expect(message).toMatchObject({ type: "landmarks", sequence: 7, aspect: 1.5 });
    const { points } = landmarksMessage(frame, { landmarks }) as Extract<
      ServerMessage,
      { type: "landmarks" }
    >;
    expect([points.length, points[63]]).toEqual([126, 0.12346]);
    expect(overTheWire(landmarksMessage(frame, { landmarks }))).not.toHaveProperty("aspect");
  });
});

describe("errorMessage", () => {
  test("tells each code, its sentence and whether to try again, and nothing of the cause", () => {
    for (const code of wireErrorCodes) {
      const error = new SignifyError(code, "Expected a frame.", { cause: new Error("private") });
      const { retryable } = error;
      expect(overTheWire(errorMessage(error))).toEqual({
        type: "error",
        code,
        message: "Expected a frame.",
        retryable,
      });
    }
    expect(overTheWire(errorMessage(new SignifyError("bad-frame", "Expected a frame."), 7))).toMatchObject({
      sequence: 7,
    });
  });
});
