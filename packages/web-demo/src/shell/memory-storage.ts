import type { ValueStorage } from "./kept-value.ts";

/** A browser's storage in memory, for tests. */
export function createMemoryStorage(): ValueStorage & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
  };
}
