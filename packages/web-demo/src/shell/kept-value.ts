/** The little of a browser's storage that is needed. */
export type ValueStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** One value that a browser keeps. */
export type KeptValue = {
  /** What was kept; null when there is nothing that can be read. Anybody may have written it, so it is not trusted. */
  read(): unknown;
  /** Keeps a value, and answers whether it is kept. */
  write(value: object): boolean;
  forget(): void;
};

/** Keeps a value under a key. A storage that is forbidden, missing or full is no reason to stop practicing. */
export function createKeptValue(storage: ValueStorage | undefined, key: string): KeptValue {
  return {
    read() {
      try {
        return JSON.parse(storage?.getItem(key) ?? "null");
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        storage?.setItem(key, JSON.stringify(value));
        return storage !== undefined;
      } catch {
        return false;
      }
    },
    forget() {
      try {
        storage?.removeItem(key);
      } catch {}
    },
  };
}
