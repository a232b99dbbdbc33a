import { Icon } from "../controls/icon.tsx";
import { handStore } from "../kept-hand/page-hand.ts";
import { routeHash } from "../shell/route.ts";
import { texts } from "../texts/texts.ts";
import { teachable } from "./teachable.ts";

/** All letters that can be taught, and which are: each leads to its teaching. */
export function TaughtLetters() {
  const taught = handStore.hand.value?.letters ?? {};
  return (
    <ul class="taught-letters">
      {teachable.map((letter) => {
        const isTaught = taught[letter] !== undefined;
        return (
          <li key={letter}>
            <a
              href={routeHash({ screen: "hand", letter })}
              data-taught={isTaught || undefined}
              aria-label={texts.myHand.letter(letter, isTaught)}
            >
              {letter}
              {isTaught && <Icon name="check" size={14} />}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
