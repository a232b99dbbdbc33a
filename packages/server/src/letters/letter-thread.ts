import { Worker } from "node:worker_threads";
import { SignifyError } from "@signify/core";
import type { OnnxLetterModel } from "@signify/vision/letters";
import type { FromLetterThread, ToLetterThread } from "./messages.ts";
import { unpackReadings } from "./packed-readings.ts";

/** Options of {@link openLetterThread}. */
export type LetterThreadOptions = {
  /** The model's file. */
  path: string;
  /** Told when the thread ends that should go on: nothing is read any more. */
  onEnd: () => void;
  /** Another program than `letter-thread-main.ts`. */
  program?: URL;
};

type Pending = { count: number } & Pick<
  PromiseWithResolvers<ReturnType<typeof unpackReadings>>,
  "resolve" | "reject"
>;

/**
 * The letter model on a thread of its own: onnxruntime's `run` holds up the thread that calls it, and the server's answers
 * resets. Windows that are handed over to be read are not to be used again.
 * @throws Error when the file is no such model.
 */
export async function openLetterThread(options: LetterThreadOptions): Promise<OnnxLetterModel> {
  const { path, onEnd, program = new URL("./letter-thread-main.ts", import.meta.url) } = options;
  const thread = new Worker(program, { workerData: path });
  const loaded = Promise.withResolvers<void>();
  const pending: Pending[] = [];
  let state: "loading" | "ready" | "released" | "ended" = "loading";

  thread.on("message", (message: FromLetterThread) => {
    if (message.type === "ready") {
      state = "ready";
      return loaded.resolve();
    }
    const request = pending.shift();
    if (message.type === "failed") request?.reject(unread());
    else request?.resolve(unpackReadings(message.packed, request.count));
  });
  const end = (error: unknown) => {
    const before = state;
    if (before !== "released") state = "ended";
    for (const { reject } of pending.splice(0)) reject(unread());
    if (before === "loading") loaded.reject(error);
    if (before === "ready") onEnd();
  };
  thread.on("error", end);
  thread.on("exit", () => end(new Error("The letter model's thread ended.")));

  await loaded.promise;
  return {
    read(windows, count) {
      if (state !== "ready") return Promise.reject(unread());
      return new Promise((resolve, reject) => {
        pending.push({ count, resolve, reject });
        const message: ToLetterThread = { windows, count };
        thread.postMessage(message, [windows.buffer as ArrayBuffer]);
      });
    },
    async release() {
      state = "released";
      await thread.terminate();
    },
  };
}

function unread(): SignifyError {
  return new SignifyError("internal", "The letters could not be read. Send the next frame.");
}
