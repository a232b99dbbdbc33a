import { abortReason } from "./abort-reason.ts";

/**
 * What the work gives, or a rejection with why as soon as one of the signals is aborted; if one is so already, the work is
 * not begun. What it gives after that goes to `discard`, to be closed.
 */
export async function untilAborted<Result>(
  begin: () => Promise<Result>,
  signals: readonly (AbortSignal | undefined)[],
  discard: (late: Result) => void = () => {},
): Promise<Result> {
  const throwIfAborted = () => {
    const signal = signals.find((signal) => signal?.aborted);
    if (signal) throw abortReason(signal);
  };
  throwIfAborted();
  let onAbort = () => {};
  const aborted = new Promise<void>((resolve) => {
    onAbort = resolve;
  });
  for (const signal of signals) signal?.addEventListener("abort", onAbort);
  const work = begin();
  try {
    await Promise.race([aborted, work.then(() => {})]).catch(() => {});
    throwIfAborted();
  } catch (reason) {
    work.then(discard).catch(() => {});
    throw reason;
  } finally {
    for (const signal of signals) signal?.removeEventListener("abort", onAbort);
  }
  return work;
}
