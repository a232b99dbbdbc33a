/** Who waits for a signal, as long as anyone ever has. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back once when a signal that is not aborted yet is aborted, in the order of asking, unless the returned function is
 * called before. All who wait share one listener of the runtime's: to add and remove one for each frame and stage is slow.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = waiting.get(signal) ?? listen(signal);
  callbacks.add(callback);
  return () => void callbacks.delete(callback);
}

function listen(signal: AbortSignal): Set<() => void> {
  const callbacks = new Set<() => void>();
  waiting.set(signal, callbacks);
  const tellAll = () => {
    for (const callback of callbacks) callback();
    callbacks.clear();
  };
  signal.addEventListener("abort", tellAll, { once: true });
  return callbacks;
}
