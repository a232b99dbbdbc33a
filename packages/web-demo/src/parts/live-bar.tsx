import type { ReadonlySignal } from "@preact/signals";
import type { Letter } from "@signify/core";
import { useEffect } from "preact/hooks";
import { type HoldState, isMovement, markFor } from "../practice/hold.ts";
import { phase, reading } from "../recognition/session.ts";
import { texts } from "../texts/texts.ts";
import { announce } from "./announcer.tsx";
import { Icon } from "./icon.tsx";
import { Meter } from "./meter.tsx";

/** Options of {@link LiveBar}. */
export type LiveBarProps = { letter: Letter; passMark: number; state: ReadonlySignal<HoldState> };

/** How near the learner is: a plain word, a bar with the pass mark on it, and what is seen instead. */
export function LiveBar({ letter, passMark, state }: LiveBarProps) {
  const { phase: step, probability, held } = state.value;
  const shown = step === "passed" ? 1 : probability;
  const live = phase.value === "on";
  const word = live ? wordFor(letter, step) : phase.value === "off" ? texts.live.off : texts.live.waiting;
  const instead = live && step !== "passed" && step !== "holding" ? seenInstead(letter) : undefined;

  useEffect(() => {
    if (live && step !== "passed") announce(instead ? `${word}. ${texts.live.seesInstead(instead)}` : word);
  }, [word, instead, live]);

  return (
    <div class="live" data-phase={live ? step : "off"}>
      <div class="live-words">
        <p class="live-word">
          {live && step === "passed" && <Icon name="check" size={28} />}
          {word}
        </p>
        <p class="live-instead">{instead ? texts.live.seesInstead(instead) : ""}</p>
      </div>
      <Meter label={texts.live.label(letter)} value={shown} words={`${texts.live.percent(shown)}, ${word}`}>
        <span class="live-sure" style={{ transform: `scaleX(${shown})` }} />
        <span class="live-held" style={{ transform: `scaleX(${held * shown})` }} />
        <span class="live-mark" style={{ insetInlineStart: `${markFor(letter, passMark) * 100}%` }} />
      </Meter>
    </div>
  );
}

function wordFor(letter: Letter, step: HoldState["phase"]): string {
  if (isMovement(letter) && (step === "almost" || step === "holding")) return texts.live.moving;
  return texts.live[step];
}

/** A letter that is clearly another one. */
function seenInstead(letter: Letter): Letter | undefined {
  const now = reading.value;
  return now && now.letter !== letter && now.probability >= 0.5 ? now.letter : undefined;
}
