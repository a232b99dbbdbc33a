/** The landmark frame a share (0..1) of the way from one to another, each point on a straight line. */
export function mixFrames(from: Float32Array, to: Float32Array, share: number): Float32Array {
  return from.map((value, index) => value + ((to[index] ?? 0) - value) * share);
}

/** The frames strictly between two, slow at both ends. */
export function framesBetween(from: Float32Array, to: Float32Array, count: number): Float32Array[] {
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 1) / (count + 1);
    return mixFrames(from, to, share * share * (3 - 2 * share));
  });
}

/** A landmark frame moved in the picture, in picture heights; slots without a hand stay empty. */
export function moveFrame(frame: Float32Array, x: number, y: number): Float32Array {
  const slot = frame.length / 2;
  const empty = [0, slot].map((start) => frame.subarray(start, start + slot).every((value) => value === 0));
  return frame.map((value, index) => {
    if (empty[index < slot ? 0 : 1] || index % 3 === 2) return value;
    return value + (index % 3 === 0 ? x : y);
  });
}
