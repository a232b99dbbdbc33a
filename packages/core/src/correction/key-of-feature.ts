import type { Letter } from "../letters/letters.ts";
import type { CorrectionKey } from "../schema/message-types.ts";
import type { FeatureName, HandFeatures } from "./hand-features.ts";
import type { HandRange } from "./hand-ranges.ts";
import { thumbPlaces } from "./thumb-places.ts";

/** What one feature of a hand is out of. */
export type Deviation = {
  name: FeatureName;
  /** Whether it is more than usual, or less. */
  tooHigh: boolean;
  features: HandFeatures;
  asked: Letter;
  /** How the asked letter is signed. */
  way: HandRange;
};

type Say = (deviation: Deviation) => CorrectionKey | undefined;
type Finger = "index" | "middle" | "ring" | "little";

/** Degrees of curl up to which a finger shows where it points. */
const straightUpTo = 65;
/** Hundredths of the palm's size: fingertips nearer than this to each other's other side are crossed. */
const crossedUpTo = 5;

const finger =
  (name: Finger): Say =>
  ({ tooHigh }) =>
    `${tooHigh ? "straighten" : "bend"}-${name}`;

/** Whether a pair of fingers is straight enough to be spread, here and as the letter is signed. */
function showsSpread({ features, way }: Deviation, pair: readonly [Finger, Finger]): boolean {
  return pair.every((name) => {
    const [, most] = way[`${name}Curl`] ?? [0, 180];
    return features[`${name}Curl`] <= straightUpTo && most <= straightUpTo;
  });
}

const indexAndMiddle: Say = (deviation) => {
  const { tooHigh, features, way } = deviation;
  if (!showsSpread(deviation, ["index", "middle"])) return undefined;
  const [low, high] = way.indexOverMiddle ?? [0, 0];
  const wantsCrossed = low + high < 0;
  if (tooHigh) return wantsCrossed ? "cross-index-middle" : "close-index-middle";
  return features.indexOverMiddle < crossedUpTo && !wantsCrossed
    ? "uncross-index-middle"
    : "spread-index-middle";
};

const middleAndRing: Say = (deviation) =>
  showsSpread(deviation, ["middle", "ring"])
    ? `${deviation.tooHigh ? "close" : "spread"}-middle-ring`
    : undefined;

const ringAndLittle: Say = (deviation) =>
  showsSpread(deviation, ["ring", "little"])
    ? `${deviation.tooHigh ? "close" : "spread"}-ring-little`
    : undefined;

const thumb: Say = ({ asked }) => thumbPlaces[asked];

const direction: Say = ({ asked }) => {
  if ("GH".includes(asked)) return "point-sideways";
  return "PQ".includes(asked) ? "point-down" : "point-up";
};

/** G, H, P and Q are shown from either face. */
const palm: Say = ({ asked }) => {
  if ("GHPQ".includes(asked)) return undefined;
  return "CO".includes(asked) ? "palm-sideways" : "palm-to-camera";
};

const says: Readonly<Record<FeatureName, Say>> = {
  ...{ indexKnuckle: finger("index"), middleKnuckle: finger("middle") },
  ...{ ringKnuckle: finger("ring"), littleKnuckle: finger("little") },
  ...{ indexCurl: finger("index"), middleCurl: finger("middle") },
  ...{ ringCurl: finger("ring"), littleCurl: finger("little") },
  ...{ indexMiddleSpread: indexAndMiddle, indexOverMiddle: indexAndMiddle },
  ...{ middleRingSpread: middleAndRing, ringLittleSpread: ringAndLittle },
  ...{ thumbBend: thumb, thumbAcross: thumb, thumbAlong: thumb, thumbAbove: thumb },
  ...{ thumbToIndexTip: thumb, thumbToMiddleTip: thumb, thumbToLittleTip: thumb },
  ...{ thumbToIndexJoint: thumb, thumbToMiddleJoint: thumb },
  ...{ up: direction, sideways: direction, facing: palm, facingSideways: palm, facingUp: palm },
};

/** The correction that a feature out of its usual range calls for; nothing where that cannot be said. */
export function keyOfFeature(deviation: Deviation): CorrectionKey | undefined {
  return says[deviation.name](deviation);
}
