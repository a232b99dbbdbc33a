/** A promise that a test settles by hand. */
export type Deferred<T> = {
  promise: Promise<T>;
  /** Fulfils the promise. */
  resolve: (value: T) => void;
  /** Rejects the promise. */
  reject: (error: unknown) => void;
};

/** Makes a {@link Deferred}. A rejection that nobody awaits is not reported as unhandled. */
export function deferred<T>(): Deferred<T> {
  let resolve: Deferred<T>["resolve"] = () => {};
  let reject: Deferred<T>["reject"] = () => {};
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}
