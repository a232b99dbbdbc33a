import { landmarkFrameLength } from "@signify/core";

const slot = landmarkFrameLength / 2;
/** The index finger's and the little finger's tip. */
const tips = [8, 20];
/** Share of the whole way that is taken for the start, and for the end, of a motion. */
const little = 0.12;

/** The moving part of a clip of a right hand: what is held before and after it is cut off. */
export function trimMotion(clip: readonly Float32Array[]): Float32Array[] {
  const [first] = clip;
  const last = clip.at(-1);
  if (first === undefined || last === undefined) return [];
  const extent = Math.max(
    ...clip.map((frame) => distance(frame, first)),
    ...clip.map((frame) => distance(frame, last)),
  );
  const start = clip.findIndex((frame) => distance(frame, first) > little * extent);
  const end = clip.findLastIndex((frame) => distance(frame, last) > little * extent);
  return clip.slice(Math.max(0, start - 1), end + 2);
}

/** How far either tip is from where it is in another frame. */
function distance(one: Float32Array, other: Float32Array): number {
  return Math.max(
    ...tips.map((tip) => {
      const at = slot + 3 * tip;
      return Math.hypot((one[at] ?? 0) - (other[at] ?? 0), (one[at + 1] ?? 0) - (other[at + 1] ?? 0));
    }),
  );
}
