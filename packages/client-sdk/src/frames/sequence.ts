/** Numbers frames 1, 2, 3 …, as the wire's unsigned 32 bits allow. */
export function createSequence(): () => number {
  let last = 0;
  return () => {
    last = (last + 1) % 2 ** 32;
    return last;
  };
}
