import type { Clock } from "@signify/core";
import { type AssetName, assetNames } from "./asset-address.ts";

/** How far one file is. */
export type FileLoading = {
  /** What it is for. */
  name: AssetName;
  /** Its usual name, such as "letters.onnx". */
  file: string;
  /** Bytes that are there, unpacked. */
  loaded: number;
  /** Its size; undefined as long as nobody has said it. */
  bytes: number | undefined;
};

/** How far the loading of the files is that a recognizer is made of. */
export type Loading = {
  /** What they are for: what was asked for, or what waits in case that the server is lost. */
  purpose: LoadingPurpose;
  /** Each file by itself. */
  files: readonly FileLoading[];
  /** Bytes of all files that are there, unpacked. */
  loaded: number;
  /** Bytes of all files; undefined as long as nobody has said that of one. */
  bytes: number | undefined;
  /** Whether all is there. */
  isDone: boolean;
};

/** Why files are loaded. */
export type LoadingPurpose = "recognizer" | "fallback";

/** Counts bytes by file, and tells of them. */
export type LoadingCounter = {
  /** The file will be needed. */
  expect(name: AssetName, bytes?: number): void;
  add(name: AssetName, bytes: number): void;
  /** All of it is there. */
  finish(name: AssetName): void;
  /** It failed, and begins again if it does. */
  restart(name: AssetName): void;
};

/** Milliseconds between two reports at least, but for the first and those of a file that is done. */
const spacing = 100;

/** Makes a {@link LoadingCounter}. */
export function createLoadingCounter(options: {
  purpose: LoadingPurpose;
  clock: Clock;
  onLoading: ((loading: Loading) => void) | undefined;
}): LoadingCounter {
  const { purpose, clock, onLoading } = options;
  const files = new Map<AssetName, FileLoading & { isDone: boolean }>();
  let toldAt = Number.NEGATIVE_INFINITY;

  const tell = () => {
    toldAt = clock();
    const all = [...files.values()];
    const known = all.every(({ bytes }) => bytes !== undefined);
    const sum = (count: (file: FileLoading) => number) => all.reduce((so, file) => so + count(file), 0);
    onLoading?.({
      purpose,
      files: all.map(({ isDone: _, ...file }) => file),
      loaded: sum(({ loaded }) => loaded),
      bytes: known ? sum(({ bytes = 0 }) => bytes) : undefined,
      isDone: all.every(({ isDone }) => isDone),
    });
  };
  const change = (name: AssetName, changes: Partial<FileLoading & { isDone: boolean }>) => {
    const file = files.get(name) ?? {
      name,
      file: assetNames[name],
      loaded: 0,
      bytes: undefined,
      isDone: false,
    };
    files.set(name, { ...file, ...changes });
  };

  return {
    expect(name, bytes) {
      const file = files.get(name);
      if (file && (bytes === undefined || file.bytes === bytes)) return;
      change(name, { bytes });
      tell();
    },
    add(name, bytes) {
      change(name, { loaded: (files.get(name)?.loaded ?? 0) + bytes });
      if (clock() - toldAt >= spacing) tell();
    },
    finish(name) {
      const { loaded = 0, bytes = loaded, isDone = false } = files.get(name) ?? {};
      if (isDone) return;
      change(name, { loaded: bytes, bytes, isDone: true });
      tell();
    },
    restart(name) {
      change(name, { loaded: 0, isDone: false });
    },
  };
}
