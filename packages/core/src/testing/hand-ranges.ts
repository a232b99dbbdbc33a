import type { HandRange, HandRanges, UsualRange } from "../correction/hand-ranges.ts";
import { type Letter, letters } from "../letters/letters.ts";

const straight: UsualRange = [-10, 15];
const unbent: UsualRange = [0, 20];
const bent: UsualRange = [40, 80];
const curled: UsualRange = [130, 190];

function held(index: boolean, middle: boolean, ring: boolean, little: boolean): HandRange {
  const knuckle = (isStraight: boolean) => (isStraight ? straight : bent);
  const curl = (isStraight: boolean) => (isStraight ? unbent : curled);
  return {
    ...{ indexKnuckle: knuckle(index), middleKnuckle: knuckle(middle) },
    ...{ ringKnuckle: knuckle(ring), littleKnuckle: knuckle(little) },
    ...{ indexCurl: curl(index), middleCurl: curl(middle), ringCurl: curl(ring), littleCurl: curl(little) },
    ...{ up: [85, 100], facing: [80, 100] },
  };
}

/** Ranges for {@link posedHand}: B, D, I, S and W by their straight and folded fingers; nothing is known of other letters. */
export function testHandRanges(): HandRanges {
  const known: Partial<Record<Letter, HandRange>> = {
    B: held(true, true, true, true),
    D: held(true, false, false, false),
    I: held(false, false, false, true),
    S: held(false, false, false, false),
    W: held(true, true, true, false),
  };
  const all = letters.map((letter) => [letter, [known[letter] ?? {}]]);
  return Object.fromEntries(all) as Record<Letter, HandRange[]>;
}
