import type { Letter } from "@signify/core";
import { handStore } from "../kept-hand/page-hand.ts";
import { failingLetters } from "../practice/failed-tries.ts";
import { failedTries } from "../practice/page-tries.ts";
import { routeHash } from "../shell/route.ts";
import { texts } from "../texts/texts.ts";
import { teachable } from "./teachable.ts";

/** Options of {@link TeachOffer}: `stuck`, the learner is stuck with the letter now. */
export type TeachOfferProps = { letter: Letter; stuck: boolean };

/** Offers to teach a letter to somebody who is stuck, or who has failed three times. */
export function TeachOffer({ letter, stuck }: TeachOfferProps) {
  const fails = stuck || failingLetters(failedTries.counts.value).includes(letter);
  if (!fails || !teachable.includes(letter)) return null;
  const isTaught = handStore.hand.value?.letters[letter] !== undefined;
  return (
    <>
      <a class="button" href={routeHash({ screen: "hand", letter })}>
        {texts.myHand.offerYes(letter)}
      </a>
      <p class="rescue-why">{isTaught ? texts.myHand.offerAgain(letter) : texts.myHand.offer(letter)}</p>
    </>
  );
}
