import { useSignal } from "@preact/signals";
import { systemClock, systemTimers } from "@signify/core";
import { useEffect, useRef } from "preact/hooks";
import { countDown } from "../practice/count-down.ts";
import { LiveBar } from "../practice/live-bar.tsx";
import { advanceRoundLetter, passedIn, type SpeedRound, secondsLeft } from "../practice/speed-round.ts";
import { TargetPanel } from "../practice/target-panel.tsx";
import { useAttempt } from "../practice/use-attempt.ts";
import { keepResult } from "../progress/page-progress.ts";
import { announce } from "../shell/announcer.tsx";
import { CameraNotices } from "../stage/camera-notices.tsx";
import { CameraView } from "../stage/camera-view.tsx";
import { texts } from "../texts/texts.ts";

/** Options of {@link RunningRound}. */
export type RunningRoundProps = {
  round: SpeedRound;
  onChange: (round: SpeedRound) => void;
  onOver: () => void;
};

/** A round that runs: one letter after the other until the time is over. */
export function RunningRound({ round, onChange, onOver }: RunningRoundProps) {
  const left = useSignal(secondsLeft(round, systemClock()));
  const latestOver = useRef(onOver);
  latestOver.current = onOver;
  const { state, skip } = useAttempt({
    letter: round.letter,
    holdFor: 0,
    attempt: round.results.length,
    pause: 350,
    onEnd(result) {
      keepResult(result);
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
      <TargetPanel letter={round.letter}>
        <div class="button-row">
          <button type="button" class="button" onClick={skip}>
            {texts.speed.skip}
          </button>
        </div>
      </TargetPanel>
      <div class="camera-side">
        <CameraView />
        <LiveBar letter={round.letter} state={state} />
        <CameraNotices />
      </div>
    </div>
  );
}
