import { useSignal } from "@preact/signals";
import { systemClock } from "@signify/core";
import { passedIn, type SpeedRound, startRound } from "../practice/speed-round.ts";
import { keepRound } from "../progress/page-progress.ts";
import { RoundResult } from "./round-result.tsx";
import { RoundStart } from "./round-start.tsx";
import { RunningRound } from "./running-round.tsx";

/** As many letters as one can in a minute. */
export function SpeedScreen() {
  const round = useSignal<SpeedRound | undefined>(undefined);
  const over = useSignal(false);
  const start = () => {
    over.value = false;
    round.value = startRound(systemClock(), Math.random);
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
