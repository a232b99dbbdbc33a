import { SignifyError, systemTimers, type Timers } from "@signify/core";
import type { AssetName } from "./asset-address.ts";
import type { AssetLoader } from "./asset-loader.ts";
import { type CallWorkerOptions, callWorker, type WorkerCalls } from "./call-worker.ts";

/** Options of {@link startWorker}. */
export type StartWorkerOptions = Omit<CallWorkerOptions, "script" | "name" | "onStarted"> & {
  loader: AssetLoader;
  /** The script of the worker. */
  script: AssetName;
  /** Files that its program fetches, which are loaded meanwhile. */
  files: readonly AssetName[];
  /**
   * What it is asked at once, for a worker that begins others. It may hang there: in Firefox up to one `new Worker` of twenty inside a worker
   * never returns. So when it has not answered a while after its files are there, another one takes its place.
   */
  start?: () => Promise<unknown>;
  /** What it is asked with its files: it may fetch them by `loader.address`. */
  load: () => Promise<unknown>;
  /** Timers in place of the runtime's own: for tests. */
  timers?: Timers | undefined;
};

/** A worker that has what it needs, and what it answered when it was given its files. */
export type StartedWorker = { calls: WorkerCalls; loaded: unknown };

/** Milliseconds that a worker and the one in its place have to answer. It takes some 30, and two seconds where all is slow; the third has all the time it wants. */
const patience = [4_000, 8_000] as const;

/**
 * Starts a worker and loads its files at the same time, then has it load them.
 * @throws SignifyError with the worker's code when one of them does not load; the worker is ended then.
 */
export async function startWorker(options: StartWorkerOptions): Promise<StartedWorker> {
  const { loader, script, files, start, load, timers = systemTimers, ...calling } = options;
  loader.expect([script, ...files]);
  loader.begin(files);
  let calls: WorkerCalls | undefined;
  const close = () => calls?.close();
  loader.signal?.addEventListener("abort", close, { once: true });
  try {
    const address = await loader.address(script);
    loader.signal?.throwIfAborted();
    const begin = async () => {
      const begun = callWorker({
        ...calling,
        name: script,
        script: address,
        onStarted: () => loader.arrived(script),
      });
      calls = begun;
      const answered = start && begun.call(await start());
      // It may fail while files are still loaded; it is waited for below.
      answered?.catch(() => {});
      return { begun, answered };
    };
    let worker = await begin();
    const loaded = await loader.load(files);
    for (const milliseconds of patience) {
      if (await isSettled(worker.answered, { milliseconds, timers })) break;
      worker.begun.close();
      worker = await begin();
    }
    await worker.answered;
    return { calls: worker.begun, loaded: await worker.begun.call(await load(), [], loaded) };
  } catch (error) {
    close();
    if (SignifyError.isInstance(error)) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new SignifyError(calling.code, `${calling.task}: ${words}`, { cause: error });
  }
}

/** Whether it is answered, or has failed, before so many milliseconds are over. */
function isSettled(
  answer: Promise<unknown> | undefined,
  { milliseconds, timers }: { milliseconds: number; timers: Timers },
): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = timers.after(milliseconds, () => resolve(false));
    const settle = () => {
      cancel();
      resolve(true);
    };
    Promise.resolve(answer).then(settle, settle);
  });
}
