import { type LetterClassifier, type LetterReading, landmarkFrameLength, SignifyError } from "@signify/core";

/** A letter model that reads several windows at once. */
export type BatchLetterModel = {
  /** Reads `count` windows, [count, 32, 42, 3] → one reading each. */
  read(windows: Float32Array, count: number): Promise<LetterReading[]>;
};

/** Frames in the letter model's window; a shorter one is led by zeros. */
export const modelWindow = 32;

const windowLength = modelWindow * landmarkFrameLength;

type Waiting = {
  window: Float32Array;
  resolve: (reading: LetterReading) => void;
  reject: (error: unknown) => void;
};

/** Options of {@link createBatchingClassifier}. */
export type BatchingClassifierOptions = {
  model: Promise<BatchLetterModel>;
  /** Windows in one run at most: a run holds up the thread that answers resets. */
  maxBatch: number;
  /** Told after each run how many windows it read. */
  onBatch?: (size: number) => void;
  /** Starts the next run: after the events that are waiting now. Injected for tests. */
  defer?: (run: () => void) => void;
};

/**
 * Gathers the windows of all connections: those that come while the event loop is busy go into one run.
 * Readings are independent of what else is in the batch.
 */
export function createBatchingClassifier(options: BatchingClassifierOptions): LetterClassifier {
  const { model, maxBatch, onBatch, defer = setImmediate } = options;
  let waiting: Waiting[] = [];
  let running = false;

  const runAll = async () => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxBatch);
      waiting = waiting.slice(maxBatch);
      await runBatch(batch);
    }
    running = false;
  };

  const runBatch = async (batch: Waiting[]) => {
    try {
      const windows = new Float32Array(batch.length * windowLength);
      for (const [index, { window }] of batch.entries())
        windows.set(window, (index + 1) * windowLength - window.length);
      const readings = await (await model).read(windows, batch.length);
      onBatch?.(batch.length);
      for (const [index, { resolve, reject }] of batch.entries()) {
        const reading = readings[index];
        if (reading) resolve(reading);
        else reject(new SignifyError("internal", "The letter model gave too few readings."));
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  return {
    classify: (window) =>
      new Promise((resolve, reject) => {
        waiting.push({ window, resolve, reject });
        if (running) return;
        running = true;
        defer(runAll);
      }),
  };
}
