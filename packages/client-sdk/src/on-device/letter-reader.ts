import {
  type LetterClassifier,
  type LetterModel,
  type LetterReading,
  readLetterModel,
  SignifyError,
} from "@signify/core";
import { untilAborted } from "../until-aborted.ts";
import type { AssetName } from "../workers/asset-address.ts";
import { type AssetLoader, type AssetLoaderOptions, createAssetLoader } from "../workers/asset-loader.ts";
import { startWorker } from "../workers/start-worker.ts";
import type { LettersRequest } from "./letters-request.ts";

/** Reads letters on this device, in a worker. */
export type LetterReader = LetterClassifier &
  LetterModel & {
    /** Ends the worker. */
    close(): void;
  };

/** Options of {@link createLetterReader}. */
export type LetterReaderOptions = AssetLoaderOptions & {
  /** Loads the files, for who counts them together with others. Default: one of its own. */
  assetLoader?: AssetLoader;
};

/** The files that the worker fetches, and all that reading letters takes. */
export const letterFiles: readonly AssetName[] = ["lettersModel", "lettersDescription"];
export const letterAssets: readonly AssetName[] = ["lettersWorker", ...letterFiles];

/**
 * Starts the letter model in a worker. Nothing is fetched from anywhere but `assets`.
 * @throws SignifyError "letters-failed" when the worker or the model does not load; "unsupported" outside of browsers; or the
 * signal's reason.
 */
export async function createLetterReader(options: LetterReaderOptions): Promise<LetterReader> {
  return untilAborted(
    () => startReader(options),
    [options.signal],
    (late) => late.close(),
  );
}

async function startReader(options: LetterReaderOptions): Promise<LetterReader> {
  const assetLoader = options.assetLoader ?? createAssetLoader(options);
  const { calls, loaded } = await startWorker({
    loader: assetLoader,
    script: "lettersWorker",
    files: letterFiles,
    type: "classic",
    code: "letters-failed",
    task: "Letters cannot be read on this device",
    load: async (): Promise<LettersRequest> => ({
      type: "load",
      model: await assetLoader.address("lettersModel"),
      description: await assetLoader.address("lettersDescription"),
    }),
  });
  const ask = (request: LettersRequest, transfer?: Transferable[]) => calls.call(request, transfer);
  try {
    return {
      ...readDescription(loaded),
      classify: async (window) => {
        // It lies in a longer buffer, which the recognizer goes on with.
        const copy = window.slice();
        return (await ask({ type: "read", window: copy }, [copy.buffer])) as LetterReading;
      },
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
