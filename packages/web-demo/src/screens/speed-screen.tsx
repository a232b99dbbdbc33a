import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { CameraNotices } from "../camera/camera-notices.tsx";
import { CameraView } from "../camera/camera-view.tsx";
import { announce } from "../parts/announcer.tsx";
import { LiveBar } from "../parts/live-bar.tsx";
import { TargetPanel } from "../parts/target-panel.tsx";
import {
  advanceRoundLetter,
  passedIn,
  type SpeedRound,
  secondsLeft,
  startRound,
} from "../practice/speed-round.ts";
import { useAttempt } from "../practice/use-attempt.ts";
import { keepResult, keepRound, progress } from "../progress/progress-store.ts";
import { phase, setTarget } from "../recognition/session.ts";
import { routeHash } from "../routing/route.ts";
import { passMarks } from "../tasks/task.ts";
import { texts } from "../texts/texts.ts";

/** As many letters as one can in a minute. */
export function SpeedScreen() {
  const round = useSignal<SpeedRound | undefined>(undefined);
  const over = useSignal(false);
  const start = () => {
    over.value = false;
    round.value = startRound(performance.now(), Math.random);
  };
  const now = round.value;
  if (now && over.value) return <RoundResult round={now} onAgain={start} />;
  return now ? (
    <RunningRound
      round={now}
      onChange={(next) => (round.value = next)}
      onOver={() => {
        keepRound(passedIn(now).length);
        over.value = true;
      }}
    />
  ) : (
    <RoundStart onStart={start} />
  );
}

function RoundStart({ onStart }: { onStart: () => void }) {
  useEffect(() => setTarget(null), []);
  const ready = phase.value === "on";
  const { bestRound } = progress.value;
  return (
    <div class="screen free">
      <section class="free-side">
        <header class="screen-head">
          <h1>{texts.speed.title}</h1>
          <p class="soft">{texts.speed.hint}</p>
        </header>
        <div class="card form">
          {!ready && <p id="round-hint">{texts.speed.needsCamera}</p>}
          {bestRound !== undefined && <p>{texts.speed.best(bestRound)}</p>}
          <div class="button-row">
            <button
              type="button"
              class="button primary large"
              disabled={!ready}
              aria-describedby={ready ? undefined : "round-hint"}
              onClick={onStart}
            >
              {texts.speed.start}
            </button>
          </div>
        </div>
      </section>
      <div class="camera-side">
        <CameraView />
        <CameraNotices />
      </div>
    </div>
  );
}

type RunningProps = { round: SpeedRound; onChange: (round: SpeedRound) => void; onOver: () => void };

function RunningRound({ round, onChange, onOver }: RunningProps) {
  const left = useSignal(secondsLeft(round, performance.now()));
  const latest = useRef({ round, onOver });
  latest.current = { round, onOver };
  const { state, skip } = useAttempt({
    letter: round.letter,
    passMark: passMarks.usual,
    attempt: round.results.length,
    pause: 350,
    onEnd(result) {
      keepResult(result);
      onChange(advanceRoundLetter(round, result, Math.random));
    },
  });

  useEffect(() => {
    const timer = setInterval(() => {
      const seconds = secondsLeft(latest.current.round, performance.now());
      if (seconds !== left.value && (seconds === 30 || seconds === 10))
        announce(texts.speed.announceSeconds(seconds));
      left.value = seconds;
      if (seconds === 0) latest.current.onOver();
    }, 200);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => announce(texts.practise.announce(round.letter)), [round.letter]);

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
        <LiveBar letter={round.letter} passMark={passMarks.usual} state={state} />
        <CameraNotices />
      </div>
    </div>
  );
}

function RoundResult({ round, onAgain }: { round: SpeedRound; onAgain: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const count = passedIn(round).length;
  const skipped = [
    ...new Set(round.results.filter((one) => one.outcome === "skipped").map((one) => one.letter)),
  ];
  const { bestRound = 0 } = progress.value;
  useEffect(() => {
    heading.current?.focus();
    announce(texts.speed.result(count));
  }, []);
  return (
    <div class="screen narrow">
      <section class="card result">
        <h1 ref={heading} tabIndex={-1}>
          {texts.speed.result(count)}
        </h1>
        <p class="soft">
          {count > 0 && count >= bestRound ? texts.speed.newBest : texts.speed.best(bestRound)}
        </p>
        {skipped.length > 0 && <p>{texts.speed.skipped(skipped.join(", "))}</p>}
        <div class="button-row">
          <button type="button" class="button primary" onClick={onAgain}>
            {texts.speed.again}
          </button>
          {skipped[0] && (
            <a class="button" href={routeHash({ screen: "practise", letter: skipped[0] })}>
              {texts.speed.practiseSkipped(skipped[0])}
            </a>
          )}
        </div>
      </section>
    </div>
  );
}
