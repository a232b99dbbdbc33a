import { replaceProperty } from "./replace-property.ts";

/** Puts a value in place of a global one, and answers how to put that back. */
export function replaceGlobal(name: string, value: unknown): () => void {
  return replaceProperty(globalThis, name, { value, writable: true });
}
