import { type LetterClassifier, type LetterReading, landmarkFrameLength, SignifyError } from "@signify/core";

/** A letter model that reads several windows at once. */
export type BatchLetterModel = {
  /** Reads `count` windows, [count, 32, 42, 3] → one reading each. The windows are given away with the call. */
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
  /** Windows in one run at most. */
  maxBatch: number;
  /** Told after each run how many windows it read. */
  onBatch?: (size: number) => void;
  /** Starts a run: after the events that are waiting now, if nothing else is said. */
  defer?: (run: () => void) => void;
};

/**
 * Gathers the windows of all connections: those that come until a run starts are read together, which costs less for each.
 * Readings are independent of what else is in the batch.
 */
export function createBatchingClassifier(options: BatchingClassifierOptions): LetterClassifier {
  const { model, maxBatch, onBatch, defer = setImmediate } = options;
  let waiting: Waiting[] = [];
  let running = false;

  const runAll = async () => {
    const due = waiting;
    waiting = [];
    for (let start = 0; start < due.length; start += maxBatch)
      await runBatch(due.slice(start, start + maxBatch));
    if (waiting.length > 0) defer(runAll);
    else running = false;
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
