import { useSignal } from "@preact/signals";
import type { Letter } from "@signify/core";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { TeachOffer } from "../my-hand/teach-offer.tsx";
import { LetterStrip } from "../practice/letter-strip.tsx";
import { TargetPanel } from "../practice/target-panel.tsx";
import { useAttempt } from "../practice/use-attempt.ts";
import type { ReferenceHand } from "../practice/use-reference-hand.ts";
import { besideLetter, lettersToPractice } from "../progress/letters-to-practice.ts";
import { progress } from "../progress/page-progress.ts";
import { knownLetters } from "../progress/progress.ts";
import { TodayNote } from "../progress/today-note.tsx";
import { announce } from "../shell/announcer.tsx";
import { navigate } from "../shell/navigate.ts";
import { settings } from "../shell/page-settings.ts";
import { texts } from "../texts/texts.ts";
import { AttemptCamera } from "./attempt-camera.tsx";
import { keepAndTell } from "./keep-and-tell.ts";
import { LevelNote } from "./level-note.tsx";
import { WayDialog, wayName } from "./way-dialog.tsx";

/** The first screen: one letter after the other, as long as one likes. */
export function PracticeScreen({ letter = firstLetter() }: { letter?: Letter | undefined }) {
  const choosing = useSignal(false);
  const reference = useRef<ReferenceHand | undefined>(undefined);
  const { way } = settings.value;
  const practiced = lettersToPractice(way, progress.value);
  const go = (to: Letter) => navigate({ screen: "practice", letter: to });
  const goOn = () => go(besideLetter(lettersToPractice(settings.value.way, progress.value), letter, 1));
  const attempt = useAttempt({
    letter,
    holdFor: 0,
    attempt: 0,
    pause: 1500,
    onPassed(result) {
      announce(texts.practice.announcePassed(letter), { unmissed: true });
      keepAndTell(result);
    },
    onEnd(result) {
      if (result.outcome === "skipped") keepAndTell(result);
      goOn();
    },
  });
  const stuck = attempt.help.value.level === "stuck";

  useEffect(() => announce(texts.practice.announce(letter)), [letter]);

  return (
    <div class="screen practice">
      <h1 class="visually-hidden">{texts.practice.title}</h1>
      <div class="at-once">
        <TargetPanel
          letter={letter}
          attempt={attempt}
          reference={reference}
          note={<TodayNote />}
          rescue={<TeachOffer letter={letter} stuck={stuck} />}
        >
          <LevelNote />
          <div class="button-row">
            <button
              type="button"
              class="button icon-only previous"
              aria-label={texts.practice.previous}
              title={texts.practice.previous}
              onClick={() => go(besideLetter(practiced, letter, -1))}
            >
              <Icon name="left" />
            </button>
            {/* Who looks around skips nothing; who is stuck gives a letter up, and it comes again among the weak ones. */}
            <button type="button" class="button" onClick={stuck ? attempt.skip : goOn}>
              {stuck ? texts.help.skip : texts.practice.next}
              <Icon name="right" size={20} />
            </button>
          </div>
        </TargetPanel>
        <AttemptCamera letter={letter} attempt={attempt} reference={reference} />
      </div>
      <div class="strip-row">
        <LetterStrip
          current={letter}
          known={new Set(knownLetters(progress.value))}
          practiced={way === "all" ? undefined : new Set(practiced)}
          onChoose={go}
        />
        <button
          type="button"
          class="button strip-way"
          aria-haspopup="dialog"
          aria-label={texts.ways.choose(wayName(way))}
          onClick={() => (choosing.value = true)}
        >
          {wayName(way)}
        </button>
      </div>
      {choosing.value && (
        <WayDialog
          onClose={() => (choosing.value = false)}
          onChoose={(next) => go(lettersToPractice(next, progress.value)[0] ?? letter)}
        />
      )}
    </div>
  );
}

function firstLetter(): Letter {
  return lettersToPractice(settings.value.way, progress.value)[0] ?? "A";
}
