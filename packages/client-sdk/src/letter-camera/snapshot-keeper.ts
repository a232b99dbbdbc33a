import type { Letter, Timers } from "@signify/core";
import { type LetterCameraSnapshot, nothingYet } from "./letter-camera-snapshot.ts";

/** What moves with every picture: nobody needs to see each of its values. */
const gradual: ReadonlySet<string> = new Set(["probability", "targetProbability", "progress"]);

/** One camera's snapshot, and who is told of another one. */
export type SnapshotKeeper = {
  readonly snapshot: LetterCameraSnapshot;
  /** Tells at once, unless nothing but a probability or the progress is another: of those now and then. */
  set(change: Partial<LetterCameraSnapshot>): void;
  subscribe(listener: () => void): () => void;
};

/** Makes a {@link SnapshotKeeper}. `interval` says for how many milliseconds at most what moves is held back. */
export function createSnapshotKeeper(options: {
  target: Letter | null;
  timers: () => Timers;
  interval: () => number;
}): SnapshotKeeper {
  const { target, timers, interval } = options;
  const listeners = new Set<() => void>();
  let shown: LetterCameraSnapshot = { ...nothingYet, target };
  let latest = shown;
  let cancel: (() => void) | undefined;

  const tell = () => {
    cancel?.();
    cancel = undefined;
    shown = latest;
    for (const listener of [...listeners]) listener();
  };
  return {
    get snapshot() {
      return shown;
    },
    set(change) {
      const next = { ...latest, ...change };
      const names = Object.keys(next) as (keyof LetterCameraSnapshot)[];
      const changed = names.filter((name) => !Object.is(next[name], latest[name]));
      if (changed.length === 0) return;
      latest = next;
      if (interval() <= 0 || changed.some((name) => !gradual.has(name))) tell();
      else cancel ??= timers().after(interval(), tell);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
