import { type ReadonlySignal, signal } from "@preact/signals";
import type { KeptValue } from "./kept-value.ts";

/** A value that several tabs of one browser change. */
export type SharedValue<Value> = {
  value: ReadonlySignal<Value>;
  /** Whether the browser keeps what was changed last; if not, it is in this tab alone. */
  isKept: ReadonlySignal<boolean>;
  /** Changes what is kept now, which another tab may have written. */
  change(how: (value: Value) => Value): void;
  /** Reads again: another tab has written. */
  look(): void;
  forget(): void;
};

/** Options of {@link createSharedValue}. */
export type SharedValueOptions<Value> = {
  kept: KeptValue;
  /** Makes a value of what was kept, which is not trusted; of null the one to begin with. */
  read(kept: unknown): Value;
  /** What is kept of a value. */
  write(value: Value): object;
};

/** A value that begins as it was kept. A tab never writes over what another one has added since. */
export function createSharedValue<Value>({
  kept,
  read,
  write,
}: SharedValueOptions<Value>): SharedValue<Value> {
  const value = signal(read(kept.read()));
  const isKept = signal(true);
  return {
    value,
    isKept,
    change(how) {
      value.value = how(isKept.value ? read(kept.read()) : value.value);
      isKept.value = kept.write(write(value.value));
    },
    look() {
      if (isKept.value) value.value = read(kept.read());
    },
    forget() {
      kept.forget();
      value.value = read(null);
      isKept.value = true;
    },
  };
}

/** Has a value read again whenever another tab has written it. */
export function followOtherTabs(key: string, { look }: Pick<SharedValue<unknown>, "look">): void {
  globalThis.addEventListener?.("storage", (event) => {
    const changed = (event as StorageEvent).key;
    if (changed === key || changed === null) look();
  });
}
