/** No 0/O, 1/I/L, 5/S or 8/B: such a code is read from a board. */
const alphabet = "ACDEFGHJKMNPQRTUVWXYZ234679";

/** Characters of a short code. */
export const shortCodeLength = 6;

/** Six characters that belong to a text: its 32-bit FNV-1a hash (Fowler, Noll, Vo) in letters and digits that are easily told apart. */
export function shortCode(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  let code = "";
  for (let position = 0; position < shortCodeLength; position += 1) {
    code += alphabet[hash % alphabet.length] ?? "";
    hash = Math.floor(hash / alphabet.length);
  }
  return code;
}
