type Listens = {
  addEventListener?(type: "online", listener: () => void): void;
  removeEventListener?(type: "online", listener: () => void): void;
};

/** Calls back when a browser says that the network is back; other runtimes do not say it. Answers how to stop that. */
export function onNetworkBack(listener: () => void): () => void {
  const runtime: Listens = globalThis;
  if (!runtime.addEventListener || !runtime.removeEventListener) return () => {};
  runtime.addEventListener("online", listener);
  return () => runtime.removeEventListener?.("online", listener);
}
