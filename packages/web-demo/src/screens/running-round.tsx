import { useSignal } from "@preact/signals";
import { systemClock, systemTimers } from "@signify/core";
import { useEffect, useRef } from "preact/hooks";
import { countDown } from "../practice/count-down.ts";
import { advanceRoundLetter, passedIn, type SpeedRound, secondsLeft } from "../practice/speed-round.ts";
import { TargetPanel } from "../practice/target-panel.tsx";
import { useAttempt } from "../practice/use-attempt.ts";
import type { ReferenceHand } from "../practice/use-reference-hand.ts";
import { announce } from "../shell/announcer.tsx";
import { texts } from "../texts/texts.ts";
import { AttemptCamera } from "./attempt-camera.tsx";
import { keepAndTell } from "./keep-and-tell.ts";

/** Options of {@link RunningRound}. */
export type RunningRoundProps = {
  round: SpeedRound;
  onChange: (round: SpeedRound) => void;
  onOver: () => void;
};

/** A round that runs: one letter after the other until the time is over. */
export function RunningRound({ round, onChange, onOver }: RunningRoundProps) {
  const reference = useRef<ReferenceHand | undefined>(undefined);
  const left = useSignal(secondsLeft(round, systemClock()));
  const latestOver = useRef(onOver);
  latestOver.current = onOver;
  const attempt = useAttempt({
    letter: round.letter,
    holdFor: 0,
    attempt: round.results.length,
    pause: 350,
    onEnd(result) {
      keepAndTell(result);
      onChange(advanceRoundLetter(round, result, Math.random));
    },
  });

  useEffect(
    () =>
      countDown({
        round,
        onSecond(seconds) {
          left.value = seconds;
          if (seconds === 30 || seconds === 10) announce(texts.speed.announceSeconds(seconds));
          if (seconds === 0) latestOver.current();
        },
        clock: systemClock,
        timers: systemTimers,
      }),
    [],
  );
  useEffect(() => announce(texts.practice.announce(round.letter)), [round.letter]);

  return (
    <div class="screen run">
      <h1 class="visually-hidden">{texts.speed.title}</h1>
      <div class="run-head">
        <dl class="round-figures">
          <div role="timer" aria-label={texts.speed.timeLeft}>
            <dt>{texts.speed.timeLeft}</dt>
            <dd>{texts.speed.secondsLeft(left.value)}</dd>
          </div>
          <div>
            <dt>{texts.speed.score}</dt>
            <dd>{passedIn(round).length}</dd>
          </div>
        </dl>
        <button type="button" class="button quiet" onClick={onOver}>
          {texts.speed.end}
        </button>
      </div>
      <TargetPanel letter={round.letter} attempt={attempt} reference={reference}>
        <div class="button-row">
          <button type="button" class="button" onClick={attempt.skip}>
            {texts.speed.skip}
          </button>
        </div>
      </TargetPanel>
      <AttemptCamera letter={round.letter} attempt={attempt} reference={reference} />
    </div>
  );
}
