import { expect, test } from "bun:test";
import { createManualClock } from "@signify/core/testing";
import { createFigures } from "./figures.ts";

test("a server that did nothing reports zeros, never NaN", () => {
  expect(createFigures(createManualClock()).read()).toEqual({
    uptime_seconds: 0,
    processed_frames: 0,
    dropped_frames: 0,
    drop_rate: 0,
    inference_count: 0,
    error_count: 0,
    avg_frame_time_ms: 0,
    fps: 0,
  });
});

test("processed is what was looked at to the end, dropped is the rest", () => {
  const clock = createManualClock(5000);
  const { observer, read } = createFigures(clock);
  for (const outcome of ["answered", "throttled", "no-hand", "filling"] as const)
    observer.frameSettled(outcome, 10, {});
  for (const outcome of ["superseded", "reset", "closed", "failed"] as const)
    observer.frameSettled(outcome, 1000, {});
  observer.fault("bad-picture");
  observer.letterBatch(3);
  observer.letterBatch(1);
  clock.advance(2000);
  expect(read()).toEqual({
    uptime_seconds: 2,
    processed_frames: 4,
    dropped_frames: 4,
    drop_rate: 0.5,
    inference_count: 4,
    error_count: 1,
    avg_frame_time_ms: 10,
    fps: 2,
  });
});
