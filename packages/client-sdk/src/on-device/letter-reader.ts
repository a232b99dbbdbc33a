import type { LetterClassifier, LetterReading } from "@signify/core";
import { type AssetOptions, assetAddress } from "../workers/asset-address.ts";
import { callWorker } from "../workers/call-worker.ts";
import type { LettersRequest } from "./letters-request.ts";

/** Reads letters on this device, in a worker. */
export type LetterReader = LetterClassifier & {
  /** Ends the worker. */
  close(): void;
};

/**
 * Starts the letter model on onnxruntime-web, one thread, in a worker. Nothing is fetched from anywhere but `assets`.
 * @throws SignifyError "letters-failed" when the worker, the wasm or the model does not load; "unsupported" outside of browsers.
 */
export async function createLetterReader(options: AssetOptions): Promise<LetterReader> {
  const calls = callWorker({
    script: assetAddress(options, "lettersWorker"),
    type: "module",
    code: "letters-failed",
    task: "Letters cannot be read on this device",
  });
  const ask = (request: LettersRequest, transfer?: Transferable[]) => calls.call(request, transfer);
  try {
    const binary = assetAddress(options, "lettersBinary");
    await ask({ type: "load", binary, model: assetAddress(options, "lettersModel") });
  } catch (error) {
    calls.close();
    throw error;
  }
  return {
    classify: async (window) => (await ask({ type: "read", window }, [window.buffer])) as LetterReading,
    close: calls.close,
  };
}
