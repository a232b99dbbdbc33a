import { type Clock, frameFates } from "@signify/core";
import type { ServerObserver } from "./observer.ts";

/** The original server's closing figures, by their original names. */
export type Figures = {
  uptime_seconds: number;
  processed_frames: number;
  dropped_frames: number;
  drop_rate: number;
  inference_count: number;
  error_count: number;
  avg_frame_time_ms: number;
  fps: number;
};

/** Counts for {@link Figures}; a frame is processed when it was answered or throttled, or shown to have no hand or too few. */
export function createFigures(clock: Clock): {
  observer: Pick<ServerObserver, "frameSettled" | "fault" | "letterBatch">;
  read(): Figures;
} {
  const start = clock();
  let processed = 0;
  let dropped = 0;
  let inferences = 0;
  let errors = 0;
  let frameTime = 0;
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    observer: {
      frameSettled(outcome, milliseconds) {
        if (frameFates[outcome] === "processed") {
          processed += 1;
          frameTime += milliseconds;
        } else {
          dropped += 1;
        }
      },
      fault: () => {
        errors += 1;
      },
      letterBatch: (size) => {
        inferences += size;
      },
    },
    read() {
      const seconds = (clock() - start) / 1000;
      return {
        uptime_seconds: round(seconds),
        processed_frames: processed,
        dropped_frames: dropped,
        drop_rate: round(dropped / Math.max(1, processed + dropped)),
        inference_count: inferences,
        error_count: errors,
        avg_frame_time_ms: round(frameTime / Math.max(1, processed)),
        fps: round(seconds > 0 ? processed / seconds : 0),
      };
    },
  };
}
