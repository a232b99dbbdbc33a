import { type PictureAdvice, pictureAdvice } from "./picture-advice.ts";
import type { Seen } from "./seen.ts";

/** Looks without a hand, or with two, before anything is said: a fast hand is lost, a face taken for one, for a moment. */
const patience = 3;

/** Says, look after look, what to do for a better picture. `brightness` is the mean luma, 0..255, as it was at the call before. */
export type Adviser = (seen: Seen, brightness: () => number | undefined) => PictureAdvice | undefined;

/** An adviser that has not looked yet. */
export function createAdviser(): Adviser {
  let looksWithoutHand = 0;
  let looksWithTwo = 0;
  return ({ hands, inPicture, twoHands, box }, brightness) => {
    const seen = inPicture && hands !== "no-hand";
    looksWithoutHand = seen ? 0 : looksWithoutHand + 1;
    looksWithTwo = seen && twoHands ? looksWithTwo + 1 : 0;
    // A hand that is seen has light enough.
    const light = seen ? undefined : brightness();
    if (!seen && (hands === undefined || looksWithoutHand < patience)) return undefined;
    return pictureAdvice({ brightness: light, box, seen, twoHands: looksWithTwo >= patience });
  };
}
