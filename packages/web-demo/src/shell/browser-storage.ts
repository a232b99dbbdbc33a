/** The browser's store, or nothing where it is forbidden: reading the property alone may throw. */
export function browserStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
