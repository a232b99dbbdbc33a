/** Whether an address is of another origin than the page, or than the page that started this worker. */
export function isForeign(address: string): boolean {
  const { protocol, origin } = new URL(address);
  // A worker's own address may be a blob's, which has the page's origin.
  return protocol.startsWith("http") && origin !== new URL(globalThis.location.href).origin;
}

/**
 * Browsers start a worker from a script of the page's own origin alone. For a script of another origin this is one that does
 * nothing but import it; undefined where none is needed.
 *
 * @param address the script's full address
 */
export function foreignScript(address: string, type: WorkerType = "classic"): Blob | undefined {
  if (!isForeign(address)) return undefined;
  const quoted = JSON.stringify(address);
  return new Blob([type === "module" ? `import ${quoted};` : `importScripts(${quoted});`], {
    type: "text/javascript",
  });
}
