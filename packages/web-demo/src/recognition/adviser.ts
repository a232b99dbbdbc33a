import { type PictureAdvice, pictureAdvice } from "./picture-advice.ts";
import type { Seen } from "./seen.ts";

/** Looks without a hand before anything is said of it: a hand that moves fast is lost for a moment now and then. */
const patience = 3;

/** Says, look after look, what to do for a better picture. `brightness` is the mean luma now, 0..255. */
export type Adviser = (seen: Seen, brightness: () => number | undefined) => PictureAdvice | undefined;

/** An adviser that has not looked yet. */
export function createAdviser(): Adviser {
  let looksWithoutHand = 0;
  return ({ hands, inPicture, box }, brightness) => {
    const seen = inPicture && hands !== "no-hand";
    looksWithoutHand = seen ? 0 : looksWithoutHand + 1;
    if (!seen && (hands === undefined || looksWithoutHand < patience)) return undefined;
    return pictureAdvice({ brightness: brightness(), box, seen });
  };
}
