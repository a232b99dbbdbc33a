import { onAbort } from "./on-abort.ts";

/**
 * The promise, or a rejection with the signal's reason as soon as it is aborted. The work itself goes on; its late
 * result is discarded.
 */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    work.catch(() => {});
    return Promise.reject(signal.reason);
  }
  return new Promise((resolve, reject) => {
    const ignoreSignal = onAbort(signal, () => reject(signal.reason));
    work.then(
      (value) => {
        ignoreSignal();
        resolve(value);
      },
      (error) => {
        ignoreSignal();
        reject(error);
      },
    );
  });
}
