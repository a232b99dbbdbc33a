import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Choices } from "../controls/choices.tsx";
import { Icon } from "../controls/icon.tsx";
import { prefersStill } from "../practice/use-reference-hand.ts";
import { lettersOf, pickWord } from "../practice/words.ts";
import { keepReading } from "../progress/page-progress.ts";
import { TodayNote } from "../progress/today-note.tsx";
import { readingPace } from "../reading/reading-pace.ts";
import {
  answerReading,
  type ReadingRound,
  showWord,
  slowDown,
  startReading,
} from "../reading/reading-round.ts";
import { type Spelled, SpellingHand } from "../reading/spelling-hand.tsx";
import { readingSpeeds } from "../shell/learning-settings.ts";
import { changeSettings, settings } from "../shell/page-settings.ts";
import { pulse } from "../shell/pulse.ts";
import { texts } from "../texts/texts.ts";
import { tellGoal } from "./keep-and-tell.ts";
import { ReadAnswer } from "./read-answer.tsx";

const words = () => texts.read.words.split(" ");

/** The hand spells a word, and the learner types what they read. */
export function ReadScreen() {
  const round = useSignal<ReadingRound | undefined>(undefined);
  const spelled = useSignal<Spelled | undefined>(undefined);
  const hand = useSignal<"loading" | "shown" | "failed">("loading");
  const answer = useRef<HTMLInputElement>(null);

  const spell = (now: ReadingRound) => {
    round.value = now;
    const pace = readingPace(settings.value.readingSpeed, now.timesSlower, prefersStill());
    spelled.value = { letters: lettersOf(now.word), pace };
    // On a phone the keyboard would hide the hand.
    if (matchMedia("(pointer: fine)").matches) answer.current?.focus();
  };
  const next = () => spell(startReading(pickWord(words(), Math.random, round.value?.word)));
  const go = (after: ReadingRound) => {
    const ends = after.end !== undefined && round.value?.end === undefined;
    round.value = after;
    if (!ends) return;
    spelled.value = undefined;
    const wasRead = after.end === "read";
    if (wasRead) pulse(70);
    if (keepReading(after.word.length, wasRead)) tellGoal();
  };
  const now = round.value;

  return (
    <div class="screen read">
      <header class="screen-head">
        <h1>{texts.read.title}</h1>
        <p class="soft">{texts.read.hint}</p>
      </header>
      <section class="read-stage" aria-label={texts.read.stage}>
        <SpellingHand
          spelled={spelled.value}
          onEnd={() => {
            spelled.value = undefined;
            answer.current?.focus();
          }}
          onState={(state) => (hand.value = state)}
        />
        {now === undefined && hand.value === "shown" && (
          <button type="button" class="button primary large read-start" onClick={next}>
            <Icon name="play" />
            {texts.read.start}
          </button>
        )}
        <p class="read-now" role="status">
          {spelled.value ? texts.read.watching : now && !now.end ? texts.read.waiting : ""}
        </p>
        {now && (
          <div class="button-row">
            <button type="button" class="button" onClick={() => spell(now)}>
              <Icon name="play" size={20} />
              {texts.read.replay}
            </button>
            <button type="button" class="button" onClick={() => spell(slowDown(now))}>
              {texts.read.slower}
            </button>
          </div>
        )}
      </section>
      <ReadAnswer
        round={now}
        field={answer}
        onAnswer={(typed) => now && go(answerReading(now, typed))}
        onShow={() => now && go(showWord(now))}
        onNext={next}
      />
      <div class="read-speed">
        <Choices
          legend={texts.read.speed}
          name="speed"
          value={settings.value.readingSpeed}
          options={readingSpeeds.map((value) => ({ value, name: texts.read.speeds[value] }))}
          onChange={(readingSpeed) => changeSettings({ readingSpeed })}
        />
        <TodayNote />
      </div>
    </div>
  );
}
