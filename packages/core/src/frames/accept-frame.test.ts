import { describe, expect, test } from "bun:test";
import { pictureFrame } from "../testing/index.ts";
import { acceptFrame } from "./accept-frame.ts";
import type { FrameOutcome } from "./frame.ts";

describe("acceptFrame", () => {
  test("tells of a frame's end once, the first one", () => {
    const told: FrameOutcome[] = [];
    const { signal } = new AbortController();
    const frame = acceptFrame(pictureFrame(7), {
      epoch: 3,
      signal,
      receivedAt: 12,
      onSettled: (outcome) => told.push(outcome),
    });
    frame.settle("answered");
    frame.settle("failed");
    expect(told).toEqual(["answered"]);
  });

  test("keeps the frame and adds epoch, signal, arrival and empty timings", () => {
    const { signal } = new AbortController();
    const frame = acceptFrame(pictureFrame(7), { epoch: 3, signal, receivedAt: 12, onSettled: () => {} });
    expect(frame).toMatchObject({ kind: "picture", sequence: 7, epoch: 3, receivedAt: 12, timings: {} });
    expect(frame.signal).toBe(signal);
  });
});
