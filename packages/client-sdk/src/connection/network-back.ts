type Listens = {
  addEventListener?: (type: "online", listener: () => void) => void;
  removeEventListener?: (type: "online", listener: () => void) => void;
};

/** Calls back when a browser says that the network is back; other runtimes do not say it. Answers how to stop that. */
export function onNetworkBack(listener: () => void): () => void {
  const { addEventListener, removeEventListener } = globalThis as Listens;
  if (typeof addEventListener !== "function" || typeof removeEventListener !== "function") return () => {};
  addEventListener("online", listener);
  return () => removeEventListener("online", listener);
}
