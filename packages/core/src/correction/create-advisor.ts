import { landmarkCount } from "../landmarks/landmark-frame.ts";
import type { Letter } from "../letters/letters.ts";
import type { ServerMessageOf } from "../schema/message-types.ts";
import { correctionParts } from "./correction-parts.ts";
import { type FoundCorrection, findCorrection } from "./find-correction.ts";
import { handFeatures } from "./hand-features.ts";
import type { HandRanges } from "./hand-ranges.ts";
import { holdCorrection } from "./hold-correction.ts";
import { type HandPoints, handPoints } from "./palm-frame.ts";
import { signingHand } from "./signing-hand.ts";
import { createSteadyHand } from "./steady-hand.ts";

/** What is told of what to correct. */
export type Correction = Pick<
  ServerMessageOf<"correction">,
  "target" | "key" | "part" | "change" | "points" | "strength"
>;

/** One reading, and the hands that it is of. */
export type Reading = Pick<ServerMessageOf<"prediction">, "letter" | "probability" | "verdict" | "top"> & {
  /** [42, 3] in picture heights, un-mirrored. */
  hands: Float32Array;
  /** Milliseconds on the clock of the camera. */
  capturedAt: number;
};

/** Watches somebody show one letter, and says what to correct. */
export type Advisor = {
  /** What is to be said after one more reading. */
  see(reading: Reading): Correction;
  /** No hand is seen: nothing is to be said. */
  forget(): Correction;
};

/** Options of {@link createAdvisor}. */
export type AdvisorOptions = {
  asked: Letter;
  ranges: HandRanges;
  /** Whether each reading stands for itself, as those of still pictures do: nothing has to last then. */
  still: boolean;
};

/** What a letter of movement is read as while it is not drawn. */
const heldAs: Partial<Record<Letter, Letter>> = { J: "I", Z: "D" };
/** Least probability of that. */
const sure = 0.5;

type Found = FoundCorrection & { isLeft: boolean };

/** Makes an {@link Advisor}. It speaks of nothing while the letter is shown or almost shown, the hand moves, or has no depth. */
export function createAdvisor({ asked, ranges, still }: AdvisorOptions): Advisor {
  let steady = createSteadyHand();
  const held = holdCorrection<Found>(
    (one, other) => one?.key === other?.key && one?.isLeft === other?.isLeft,
  );

  const find = ({ letter, probability, verdict, top }: Reading, points: HandPoints) => {
    if (verdict === "shown" || verdict === "almost") return undefined;
    if (letter === heldAs[asked] && probability >= sure) return drawIt;
    const features = handFeatures(points);
    const read = top.find((scored) => scored.letter !== asked)?.letter;
    return features && read ? findCorrection({ features, asked, read }, ranges) : undefined;
  };
  const tell = (found: Found | undefined): Correction => {
    if (!found) return { target: asked, ...nothing };
    const { part, change, points } = correctionParts(found.key);
    const first = found.isLeft ? 0 : landmarkCount;
    return {
      target: asked,
      ...{ key: found.key, part, change },
      points: points.map((point) => first + point),
      strength: found.strength,
    };
  };

  const forget = () => {
    steady = createSteadyHand();
    held.forget();
    return tell(undefined);
  };

  return {
    see(reading) {
      const hand = signingHand(reading.hands);
      if (!hand) return forget();
      if (reading.verdict === "shown") held.forget();
      const { isLeft } = hand;
      const points = handPoints(hand.landmarks, isLeft);
      const mean = still ? points : steady.see(points, reading.capturedAt);
      if (!mean) return tell(held.pause());
      const found = find(reading, mean);
      const named = found && { ...found, isLeft };
      return tell(still ? named : held.see(named, reading.capturedAt));
    },
    forget,
  };
}

const drawIt: FoundCorrection = { key: "draw-letter", strength: 1 };
const nothing = { key: null, part: null, change: null, points: [], strength: 0 };
