import { type Letter, letters } from "@signify/core";
import { useRef } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { texts } from "../texts/texts.ts";

/** Options of {@link LetterStrip}. */
export type LetterStripProps = {
  current: Letter;
  known: ReadonlySet<Letter>;
  /** The letters that come one after the other, where these are not all. */
  practiced?: ReadonlySet<Letter> | undefined;
  onChoose: (letter: Letter) => void;
};

/** All letters in a row: the current one, and those that are done. One Tab stop; the arrow keys go along it. */
export function LetterStrip({ current, known, practiced, onChoose }: LetterStripProps) {
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const end = event.key === "Home" ? 0 : event.key === "End" ? letters.length - 1 : undefined;
    if (step === 0 && end === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[end ?? (now + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <nav class="letter-strip" aria-label={texts.practice.chooseLetter}>
      <ul ref={list} onKeyDown={move}>
        {letters.map((letter) => (
          <li key={letter}>
            <button
              type="button"
              aria-label={texts.practice.letter(letter, known.has(letter))}
              aria-current={letter === current ? "true" : undefined}
              tabIndex={letter === current ? 0 : -1}
              data-practiced={practiced?.has(letter) || undefined}
              data-known={known.has(letter) || undefined}
              onClick={() => onChoose(letter)}
            >
              {letter}
              {known.has(letter) && <Icon name="check" size={14} />}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
