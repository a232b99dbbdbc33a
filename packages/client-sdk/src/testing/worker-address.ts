import type { serveCalls } from "../workers/serve-calls.ts";

/** Answers one call in a worker. */
export type WorkerHandler = Parameters<typeof serveCalls>[1];

/**
 * The address of a worker's program that answers calls by `handle`. The function runs in the worker as it is written:
 * it sees nothing of what stands around it, but `known` as a global variable.
 */
export function workerAddress(handle: WorkerHandler, known?: object): string {
  const serving = import.meta.resolve("../workers/serve-calls.ts");
  const program = `import { serveCalls } from ${JSON.stringify(serving)};\nglobalThis.known = ${JSON.stringify(known)};\nserveCalls(self, ${handle});`;
  return URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
}
