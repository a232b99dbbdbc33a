import { SignifyError } from "@signify/core";
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
  /** What it is asked first: it may fetch the files by `loader.address`. */
  load: () => Promise<unknown>;
};

/** A worker that has what it needs, and what it answered to the first request. */
export type StartedWorker = { calls: WorkerCalls; loaded: unknown };

/**
 * Starts a worker and loads its files at the same time, then has it load them.
 * @throws SignifyError with the worker's code when one of them does not load; the worker is ended then.
 */
export async function startWorker(options: StartWorkerOptions): Promise<StartedWorker> {
  const { loader, script, files, load, ...calling } = options;
  loader.expect([script, ...files]);
  loader.begin(files);
  let calls: WorkerCalls | undefined;
  try {
    const address = await loader.address(script);
    loader.signal?.throwIfAborted();
    calls = callWorker({
      ...calling,
      name: script,
      script: address,
      onStarted: () => loader.arrived(script),
    });
    loader.signal?.addEventListener("abort", calls.close, { once: true });
    const request = await load();
    return { calls, loaded: await calls.call(request, [], await loader.load(files)) };
  } catch (error) {
    calls?.close();
    if (SignifyError.isInstance(error)) throw error;
    const words = error instanceof Error ? error.message : String(error);
    throw new SignifyError(calling.code, `${calling.task}: ${words}`, { cause: error });
  }
}
