import { isRecord } from "../shell/is-record.ts";
import type { KeptValue } from "../shell/kept-value.ts";

/** The id by which a teacher's page tells this browser's results from another's of the same name. It says nothing of anybody. */
export type LearnerId = {
  /** The id, made and kept when it is first asked for. */
  get(): string;
  forget(): void;
};

const version = 1;

/** An id that begins as it was kept. */
export function createLearnerId(kept: KeptValue, make: () => string): LearnerId {
  let id = idOf(kept.read());
  return {
    get() {
      id ??= idOf(kept.read());
      if (id === undefined) {
        id = make();
        kept.write({ version, id });
      }
      return id;
    },
    forget() {
      id = undefined;
      kept.forget();
    },
  };
}

function idOf(value: unknown): string | undefined {
  if (!isRecord(value) || value.version !== version || typeof value.id !== "string") return undefined;
  return /^\w{1,64}$/.test(value.id) ? value.id : undefined;
}
