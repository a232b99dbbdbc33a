import type { ReadonlySignal } from "@preact/signals";
import type { Letter } from "@signify/core";
import { useEffect } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { Meter } from "../controls/meter.tsx";
import { session } from "../recognition/page-session.ts";
import { announce } from "../shell/announcer.tsx";
import { texts } from "../texts/texts.ts";
import type { Help } from "./follow-help.ts";
import type { HoldState } from "./hold.ts";
import { liveWords } from "./live-words.ts";

/** Options of {@link LiveBar}. */
export type LiveBarProps = {
  letter: Letter;
  state: ReadonlySignal<HoldState>;
  help: ReadonlySignal<Pick<Help, "guess">>;
};

/** How near the learner is: a plain word, a bar, and what the hand looks like. */
export function LiveBar({ letter, state, help }: LiveBarProps) {
  const { phase: step, probability, held } = state.value;
  const shown = step === "passed" ? 1 : probability;
  const phase = session.phase.value;
  const live = phase === "on";
  const { word, guess } = liveWords({ letter, phase, step, guess: help.value.guess });

  useEffect(() => {
    if (live && step !== "passed") announce(guess ? `${word}. ${texts.live.looksLike(guess)}` : word);
  }, [word, guess, live]);

  return (
    <div class="live" data-phase={live ? step : "off"}>
      <div class="live-words">
        <p class="live-word">
          {live && step === "passed" && <Icon name="check" size={28} />}
          {word}
        </p>
        <p class="live-guess">{guess ? texts.live.looksLike(guess) : ""}</p>
      </div>
      <Meter label={texts.live.label(letter)} value={shown} words={`${texts.live.percent(shown)}, ${word}`}>
        <span class="live-sure" style={{ transform: `scaleX(${shown})` }} />
        <span class="live-held" style={{ transform: `scaleX(${held * shown})` }} />
      </Meter>
    </div>
  );
}
