import { parentPort, workerData } from "node:worker_threads";
import { loadLetterModel } from "@signify/vision/letters";
import type { FromLetterThread, ToLetterThread } from "./messages.ts";
import { packReadings } from "./packed-readings.ts";

/** The thread that reads letters; told of the model's file by `workerData`. Ends with an error when that is none. */
const tell = (message: FromLetterThread, ...given: ArrayBuffer[]) => parentPort?.postMessage(message, given);
const model = await loadLetterModel(workerData);

async function read({ windows, count }: ToLetterThread): Promise<void> {
  try {
    const packed = packReadings(await model.read(windows, count));
    tell({ type: "read", packed }, packed.buffer);
  } catch {
    tell({ type: "failed" });
  }
}

let work: Promise<void> = Promise.resolve();
parentPort?.on("message", (message: ToLetterThread) => {
  work = work.then(() => read(message));
});
tell({ type: "ready" });
