import { systemTiming, type Timing } from "../timing.ts";
import type { AssetName, AssetOptions } from "./asset-address.ts";
import { fetchPart } from "./fetch-part.ts";
import { createLoadingCounter, type Loading, type LoadingPurpose } from "./loading.ts";
import { locateAssets } from "./locate-assets.ts";
import { takeTurns } from "./take-turns.ts";

/** Options of what loads files from the assets. */
export type AssetLoaderOptions = AssetOptions & {
  /** Told how far the loading is: at once, about ten times a second, and when all is there. */
  onLoading?: (loading: Loading) => void;
  /** Aborting it ends what is being loaded. */
  signal?: AbortSignal;
  /** Clock and timers in place of the runtime's own: for tests. */
  timing?: Partial<Timing>;
};

/** Files by their addresses, to be given away to a worker. */
export type LoadedFiles = Map<string, ArrayBuffer>;

/** Loads the files that parts of a recognizer need, and counts their bytes. */
export type AssetLoader = {
  /** Aborted when nobody needs the files any more, nor what is made of them. */
  readonly signal: AbortSignal | undefined;
  /** These will be needed: they count from now on. */
  expect(names: readonly AssetName[]): void;
  /** Where a file is, for what is not loaded here, such as the script of a worker; and its key among loaded ones. */
  address(name: AssetName): Promise<string>;
  /** What is not loaded here has been loaded. */
  arrived(name: AssetName): void;
  /** Begins to load files, for who asks for them later. What fails then is told to them. */
  begin(names: readonly AssetName[]): void;
  /** Loads files. What has failed before is loaded again. @throws Error that says which file does not come. */
  load(names: readonly AssetName[]): Promise<LoadedFiles>;
};

/** The bytes of pieces, one after the other. */
function joined(pieces: readonly Uint8Array[]): ArrayBuffer {
  const whole = new Uint8Array(pieces.reduce((bytes, { byteLength }) => bytes + byteLength, 0));
  let end = 0;
  for (const piece of pieces) {
    whole.set(piece, end);
    end += piece.byteLength;
  }
  return whole.buffer;
}

/** Makes an {@link AssetLoader}. What is loaded in case of need is loaded piece by piece, behind everything else. */
export function createAssetLoader(
  options: AssetLoaderOptions,
  purpose: LoadingPurpose = "recognizer",
): AssetLoader {
  const { onLoading, signal } = options;
  const { clock, timers } = { ...systemTiming, ...options.timing };
  const inBackground = purpose === "fallback";
  const counter = createLoadingCounter({ purpose, clock, onLoading });
  const locate = locateAssets(options);
  // Of the six connections that a browser has for a host some are left for the page.
  const takeTurn = takeTurns(inBackground ? 1 : 4);
  const loading = new Map<AssetName, Promise<readonly [string, ArrayBuffer]>>();

  const expect = (name: AssetName) => {
    const place = locate(name);
    if (!(place instanceof Promise)) return counter.expect(name, place.bytes);
    counter.expect(name);
    // Who loads the file is told why its place is not known.
    place.then(({ bytes }) => counter.expect(name, bytes)).catch(() => {});
  };
  const loadFile = async (name: AssetName) => {
    const { parts, bytes } = await locate(name);
    counter.expect(name, bytes);
    const onBytes = (count: number) => counter.add(name, count);
    const fetched = await Promise.all(
      parts.map((part) => takeTurn(() => fetchPart(part, { timers, inBackground, signal, onBytes }))),
    );
    counter.finish(name);
    return [parts[0] ?? "", joined(fetched.flat())] as const;
  };
  const begin = (name: AssetName) => {
    let file = loading.get(name);
    if (!file) {
      file = loadFile(name).catch((error: unknown) => {
        loading.delete(name);
        counter.restart(name);
        throw error;
      });
      file.catch(() => {});
      loading.set(name, file);
    }
    return file;
  };

  return {
    signal,
    expect: (names) => names.forEach(expect),
    async address(name) {
      const { parts } = await locate(name);
      return parts[0] ?? "";
    },
    arrived: counter.finish,
    begin: (names) => names.forEach(begin),
    async load(names) {
      const files = new Map(await Promise.all(names.map(begin)));
      // They are given away: who asks again gets others.
      for (const name of names) loading.delete(name);
      return files;
    },
  };
}
