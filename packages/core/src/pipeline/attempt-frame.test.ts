import { expect, test } from "bun:test";
import { pictureFrame, recordFrame } from "../testing/index.ts";
import { attemptFrame } from "./attempt-frame.ts";

test("work that succeeds is the frame's value, and the frame goes on", async () => {
  const frame = recordFrame(pictureFrame());
  expect(await attemptFrame(frame, async () => 5)).toEqual({ type: "value", frame, value: 5 });
  expect(frame.outcomes).toEqual([]);
});

test("work that fails, or throws at once, ends the frame as failed and says why", async () => {
  const error = new Error("made up");
  const fail = () => {
    throw error;
  };
  for (const work of [fail, () => Promise.reject(error)]) {
    const frame = recordFrame(pictureFrame());
    expect(await attemptFrame(frame, work)).toEqual({ type: "failure", frame, error });
    expect(frame.outcomes).toEqual(["failed"]);
  }
});

test("a frame whose epoch is over ends as reset, and nothing is said", async () => {
  const frame = recordFrame(pictureFrame(), { signal: AbortSignal.abort() });
  expect(await attemptFrame(frame, () => Promise.reject(new Error("made up")))).toBeUndefined();
  expect(frame.outcomes).toEqual(["reset"]);
});
