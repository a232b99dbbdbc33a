import { type HandPoints, inPalm, knuckles, palmFrame, pointOf } from "./palm-frame.ts";
import { angleBetween, between, lengthOf, scaled, unit, type Vector } from "./vector.ts";

/**
 * What is measured of a hand, in order:
 * - `…Knuckle`: degrees by which a finger is bent at its knuckle, towards the palm;
 * - `…Curl`: degrees by which it is bent at its two other joints together;
 * - `…Spread`: degrees between two neighbors at their knuckles, negative where they cross; `indexOverMiddle`: how far the
 *   index finger's tip is on its own side of the middle finger's;
 * - `thumbBend`: degrees at its two joints; `thumbAcross`, `thumbAlong`, `thumbAbove`: where its tip is, seen from the middle
 *   finger's knuckle along the palm's side, up and out; `thumbTo…`: how far it is from a tip or from a finger's middle joint;
 * - `up`, `sideways`: where the hand points in the picture; `facing`, `facingSideways`, `facingUp`: where the palm looks.
 *
 * Lengths are in hundredths of the palm's size, parts of a direction in hundredths.
 */
export const featureNames = [
  ...(["indexKnuckle", "middleKnuckle", "ringKnuckle", "littleKnuckle"] as const),
  ...(["indexCurl", "middleCurl", "ringCurl", "littleCurl"] as const),
  ...(["indexMiddleSpread", "middleRingSpread", "ringLittleSpread", "indexOverMiddle"] as const),
  ...(["thumbBend", "thumbAcross", "thumbAlong", "thumbAbove"] as const),
  ...(["thumbToIndexTip", "thumbToMiddleTip", "thumbToLittleTip"] as const),
  ...(["thumbToIndexJoint", "thumbToMiddleJoint"] as const),
  ...(["up", "sideways", "facing", "facingSideways", "facingUp"] as const),
] as const;

/** One of them. */
export type FeatureName = (typeof featureNames)[number];

/** The features of one hand, by name. */
export type HandFeatures = Readonly<Record<FeatureName, number>>;

const degrees = 180 / Math.PI;
const thumbTip = 4;

/** Measures one hand; nothing where it has no depth, because its bends cannot be seen then. */
export function handFeatures(points: HandPoints): HandFeatures | undefined {
  const palm = palmFrame(points);
  if (!palm) return undefined;
  const at = (number: number) => pointOf(points, number);
  const bone = (number: number) => between(at(number), at(number + 1));
  const bend = (number: number) => angleBetween(bone(number - 1), bone(number));
  const reach = (vector: Vector) => inPalm(palm, scaled(vector, 100 / palm.size));
  const thumbTo = (number: number) => (100 * lengthOf(between(at(thumbTip), at(number)))) / palm.size;

  const fingers = knuckles.map((knuckle) => {
    const [side, up, out] = inPalm(palm, unit(bone(knuckle)));
    return {
      knuckle: Math.atan2(out, up) * degrees,
      curl: bend(knuckle + 1) + bend(knuckle + 2),
      lean: Math.asin(Math.max(-1, Math.min(1, side))) * degrees,
    };
  });
  const [index, middle, ring, little] = fingers as [Finger, Finger, Finger, Finger];
  const [thumbAcross, thumbAlong, thumbAbove] = reach(between(at(9), at(thumbTip)));
  return {
    ...{ indexKnuckle: index.knuckle, middleKnuckle: middle.knuckle },
    ...{ ringKnuckle: ring.knuckle, littleKnuckle: little.knuckle },
    ...{ indexCurl: index.curl, middleCurl: middle.curl, ringCurl: ring.curl, littleCurl: little.curl },
    ...{ indexMiddleSpread: index.lean - middle.lean, middleRingSpread: middle.lean - ring.lean },
    ...{ ringLittleSpread: ring.lean - little.lean, indexOverMiddle: reach(between(at(12), at(8)))[0] },
    ...{ thumbBend: bend(2) + bend(3), thumbAcross, thumbAlong, thumbAbove },
    ...{ thumbToIndexTip: thumbTo(8), thumbToMiddleTip: thumbTo(12), thumbToLittleTip: thumbTo(20) },
    ...{ thumbToIndexJoint: thumbTo(6), thumbToMiddleJoint: thumbTo(10) },
    ...{ up: -100 * palm.up[1], sideways: 100 * Math.abs(palm.up[0]) },
    ...{ facing: -100 * palm.out[2], facingSideways: 100 * Math.abs(palm.out[0]) },
    facingUp: -100 * palm.out[1],
  };
}

type Finger = { knuckle: number; curl: number; lean: number };
