import type { Letter } from "@signify/core";
import { Icon } from "../controls/icon.tsx";
import { handStore } from "../kept-hand/page-hand.ts";
import { failingLetters } from "../practice/failed-tries.ts";
import { failedTries } from "../practice/page-tries.ts";
import { routeHash } from "../shell/route.ts";
import { texts } from "../texts/texts.ts";
import { teachable } from "./teachable.ts";

/** Offers to teach a letter that has failed three times. */
export function TeachOffer({ letter }: { letter: Letter }) {
  if (!teachable.includes(letter) || !failingLetters(failedTries.counts.value).includes(letter)) return null;
  const isTaught = handStore.hand.value?.letters[letter] !== undefined;
  return (
    <div class="note" role="status">
      <Icon name="practice" />
      <p class="text">{isTaught ? texts.myHand.offerAgain(letter) : texts.myHand.offer(letter)}</p>
      <a class="button" href={routeHash({ screen: "hand", letter })}>
        {texts.myHand.offerYes(letter)}
      </a>
    </div>
  );
}
