import type { SeenPoints } from "../recognition/recognizer.ts";

/** Where a model hand is drawn: the middle of its palm and the length of its palm, in picture heights. */
export type GhostPlace = { x: number; y: number; palm: number };

const rows = 21;
/** Wrist and knuckles: they stay where they are whatever the fingers do. */
const palmRows = [0, 5, 9, 13, 17];
/** Share of the way that the ghost goes to a new place with each picture: a hand trembles, a drawing should not. */
const following = 0.4;

/** Keeps a ghost at the learner's hand. */
export type GhostFollower = {
  /** The place for a picture with these points; where the hand was last, or the middle of the picture, without any. */
  follow(seen: SeenPoints | undefined, aspect: number): GhostPlace;
};

/** A ghost that has seen no hand. */
export function createGhostFollower(): GhostFollower {
  let place: GhostPlace | undefined;
  return {
    follow(seen, aspect) {
      const next = seen && palmOf(seen.points);
      if (!next) return place ?? { x: aspect / 2, y: 0.55, palm: 0.26 };
      const toward = (from: number, to: number) => from + (to - from) * following;
      place = place
        ? {
            x: toward(place.x, next.x),
            y: toward(place.y, next.y),
            palm: toward(place.palm, next.palm),
          }
        : next;
      return place;
    },
  };
}

/** The palm of the first hand of a landmark frame; its length with its depth, so that a turned hand is no smaller. */
function palmOf(points: ArrayLike<number>): GhostPlace | undefined {
  for (const start of [0, rows]) {
    const at = (row: number, axis: number) => points[(start + row) * 3 + axis] ?? 0;
    const middle = (axis: number) => palmRows.reduce((sum, row) => sum + at(row, axis), 0) / palmRows.length;
    const palm = Math.hypot(at(9, 0) - at(0, 0), at(9, 1) - at(0, 1), at(9, 2) - at(0, 2));
    if (palm > 0) return { x: middle(0), y: middle(1), palm };
  }
  return undefined;
}

/**
 * The 21 points of a model hand at a place, [x, y, nearness] in picture heights, as an unmirrored camera sees it. `model`:
 * a right hand from the front, [21, 3] in palm lengths, y up. A left hand is its mirror image. It is moved and scaled to the
 * learner's palm but not turned: how to turn the hand is part of the letter.
 */
export function placeGhost(
  model: ArrayLike<number>,
  { x, y, palm }: GhostPlace,
  hand: "right" | "left",
): Float32Array {
  const side = hand === "right" ? 1 : -1;
  const middle = (axis: number) =>
    palmRows.reduce((sum, row) => sum + (model[row * 3 + axis] ?? 0), 0) / palmRows.length;
  const [middleX, middleY] = [middle(0), middle(1)];
  return Float32Array.from({ length: rows * 3 }, (_, index) => {
    const value = model[index] ?? 0;
    if (index % 3 === 0) return x + side * (value - middleX) * palm;
    return index % 3 === 1 ? y - (value - middleY) * palm : value * palm;
  });
}
