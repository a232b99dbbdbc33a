import {
  type LetterClassifier,
  type LetterModel,
  type LetterReading,
  readLetterModel,
  SignifyError,
} from "@signify/core";
import { type AssetOptions, assetAddress } from "../workers/asset-address.ts";
import { callWorker } from "../workers/call-worker.ts";
import type { LettersRequest } from "./letters-request.ts";

/** Reads letters on this device, in a worker. */
export type LetterReader = LetterClassifier &
  LetterModel & {
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
    const model = assetAddress(options, "lettersModel");
    const description = assetAddress(options, "lettersDescription");
    return {
      ...readDescription(await ask({ type: "load", binary, model, description })),
      classify: async (window) => (await ask({ type: "read", window }, [window.buffer])) as LetterReading,
      close: calls.close,
    };
  } catch (error) {
    calls.close();
    throw error;
  }
}

function readDescription(description: unknown): LetterModel {
  try {
    return readLetterModel(description);
  } catch (cause) {
    throw new SignifyError(
      "letters-failed",
      `Letters cannot be read on this device: ${(cause as Error).message}`,
      { cause },
    );
  }
}
