/** An id of 64 random bits, in letters and digits. */
export function randomId(): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return Array.from(random, (part) => part.toString(36)).join("");
}
