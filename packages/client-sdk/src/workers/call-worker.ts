import { type ErrorCode, SignifyError } from "@signify/core";
import type { AssetName } from "./asset-address.ts";
import type { LoadedFiles } from "./asset-loader.ts";
import { foreignScript } from "./foreign-script.ts";
import type { AnswerMessage, CallMessage } from "./serve-calls.ts";

/** A worker that is asked and answers. */
export type WorkerCalls = {
  /**
   * Asks the worker; what is to be transferred is given away, and so are files that its program may fetch from then on.
   * @throws SignifyError with the code of this worker.
   */
  call(request: unknown, transfer?: Transferable[], files?: LoadedFiles): Promise<unknown>;
  /** Ends the worker; calls that are open are rejected. */
  close(): void;
};

/** Options of {@link callWorker}. */
export type CallWorkerOptions = {
  /** Address of the worker's script. */
  script: string;
  /** What browsers call it in their tools, and fakes know it by. */
  name: AssetName;
  /** LiteRT's loader uses `importScripts`, which only a classic worker has. */
  type: WorkerType;
  /** The code of its errors. */
  code: ErrorCode;
  /** Begins its errors: what did not work. */
  task: string;
  /** Told once its script is loaded and runs. */
  onStarted?: () => void;
};

const ownAdvice = "Check that the app serves the package's assets there.";
const foreignAdvice =
  'It lies on another origin: serve it with "Cross-Origin-Resource-Policy: cross-origin", and allow that origin in "script-src" and blob: in "worker-src" if the page has a Content-Security-Policy.';

/**
 * Starts a worker, also from another origin.
 * @throws SignifyError "unsupported" where there are no workers.
 */
export function callWorker({ script, name, type, code, task, onStarted }: CallWorkerOptions): WorkerCalls {
  if (typeof Worker === "undefined") {
    throw new SignifyError("unsupported", "This runtime has no Web Workers: this part needs a browser.");
  }
  const shim = foreignScript(script, type);
  const address = shim ? URL.createObjectURL(shim) : script;
  const worker = new Worker(address, { type, name });
  let forget = () => {
    forget = () => {};
    if (shim) URL.revokeObjectURL(address);
  };
  const open = new Map<number, { resolve: (result: unknown) => void; reject: (error: unknown) => void }>();
  let calls = 0;
  let broken: SignifyError | undefined;

  const failAll = (error: SignifyError) => {
    broken ??= error;
    for (const { reject } of open.values()) reject(error);
    open.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<AnswerMessage>) => {
    if (data.call === 0) {
      forget();
      return onStarted?.();
    }
    const waiting = open.get(data.call);
    open.delete(data.call);
    if (data.error === undefined) waiting?.resolve(data.result);
    else waiting?.reject(new SignifyError(code, `${task}: ${data.error}`));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    failAll(
      new SignifyError(
        code,
        `${task}: the worker "${script}" did not load or broke. ${shim ? foreignAdvice : ownAdvice}`,
        { cause: event.error ?? event.message },
      ),
    );
  };

  return {
    call(request, transfer = [], files) {
      if (broken) return Promise.reject(broken);
      return new Promise((resolve, reject) => {
        calls += 1;
        open.set(calls, { resolve, reject });
        const message: CallMessage = { call: calls, request, ...(files && { files }) };
        worker.postMessage(message, [...transfer, ...(files?.values() ?? [])]);
      });
    },
    close() {
      worker.terminate();
      forget();
      failAll(new SignifyError("closed", `${task}: it was closed.`));
    },
  };
}
