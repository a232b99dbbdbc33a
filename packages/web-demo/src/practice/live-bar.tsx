import type { ReadonlySignal } from "@preact/signals";
import type { Letter } from "@signify/core";
import { useEffect } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { Meter } from "../controls/meter.tsx";
import { session } from "../recognition/page-session.ts";
import { announce } from "../shell/announcer.tsx";
import { texts } from "../texts/texts.ts";
import type { HoldState } from "./hold.ts";
import { liveWords } from "./live-words.ts";

/** Options of {@link LiveBar}. */
export type LiveBarProps = { letter: Letter; state: ReadonlySignal<HoldState> };

/** How near the learner is: a plain word, a bar, and what is seen instead. */
export function LiveBar({ letter, state }: LiveBarProps) {
  const { phase: step, probability, held } = state.value;
  const shown = step === "passed" ? 1 : probability;
  const phase = session.phase.value;
  const live = phase === "on";
  const { word, instead } = liveWords({ letter, phase, step, reading: session.reading.value });

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
      </Meter>
    </div>
  );
}
