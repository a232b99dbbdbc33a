/** A message as a client sends it: bytes and text as they are, anything else as JSON. */
export function asSent(message: unknown): string | Uint8Array {
  return typeof message === "string" || message instanceof Uint8Array ? message : JSON.stringify(message);
}
