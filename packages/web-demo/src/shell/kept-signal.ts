import { type ReadonlySignal, signal } from "@preact/signals";
import type { KeptValue } from "./kept-value.ts";

/** A value that begins as it was kept. */
export type KeptSignal<Value> = {
  value: ReadonlySignal<Value>;
  /** Has another value, and keeps it. */
  keep(next: Value): void;
  /** Begins anew, and leaves no trace. */
  forget(): void;
};

/** Options of {@link createKeptSignal}. */
export type KeptSignalOptions<Value> = {
  kept: KeptValue;
  /** The value of what was kept, which is not trusted; of null it is the first one. */
  read: (stored: unknown) => Value;
  /** What is kept of a value, with a version. */
  write: (value: Value) => object;
};

/** Reads a value that was kept, and keeps it from then on. */
export function createKeptSignal<Value>({ kept, read, write }: KeptSignalOptions<Value>): KeptSignal<Value> {
  const value = signal(read(kept.read()));
  return {
    value,
    keep(next) {
      value.value = next;
      kept.write(write(next));
    },
    forget() {
      kept.forget();
      value.value = read(null);
    },
  };
}
