import { useSignal } from "@preact/signals";
import { type Letter, systemTimers } from "@signify/core";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { Meter } from "../controls/meter.tsx";
import { TargetPanel } from "../practice/target-panel.tsx";
import { session } from "../recognition/page-session.ts";
import { announce } from "../shell/announcer.tsx";
import { CameraView } from "../stage/camera-view.tsx";
import { texts } from "../texts/texts.ts";
import { startTeaching, type Teaching, type TeachState } from "./teach-run.ts";
import { teachWords } from "./teach-words.ts";

/** Milliseconds in which "learned" is read and the hand is changed. */
const pause = 1500;

/** Options of {@link TeachView}. */
export type TeachViewProps = { letters: readonly Letter[]; onDone: () => void };

/** Letters that are taught one after the other. Give it a `key`. */
export function TeachView({ letters, onDone }: TeachViewProps) {
  const state = useSignal<TeachState | undefined>(undefined);
  const teaching = useRef<Teaching | undefined>(undefined);
  const latestDone = useRef(onDone);
  latestDone.current = onDone;

  useEffect(() => {
    const started = startTeaching({
      ...{ session, letters, pause, timers: systemTimers },
      onState(next) {
        state.value = next;
        if (!next.letter) latestDone.current();
      },
    });
    teaching.current = started;
    return started.stop;
  }, []);

  const now = state.value;
  const letter = now?.letter;
  const words = now && letter && teachWords({ ...now, letter });
  useEffect(() => {
    if (letter) announce(texts.myHand.announce(letter));
  }, [letter]);
  useEffect(() => {
    if (words) announce(words.hint ? `${words.word} ${words.hint}` : words.word);
  }, [words?.word, words?.hint]);

  if (!now || !letter || !words) return null;
  return (
    <div class="screen run teach-run">
      <h1 class="visually-hidden">{texts.myHand.teachTitle}</h1>
      <div class="run-head">
        <p class="run-title">
          <strong>{texts.myHand.teachTitle}</strong>
          <span class="soft">{texts.myHand.progress(now.done + 1, letters.length)}</span>
        </p>
        <button type="button" class="button quiet" onClick={onDone}>
          {texts.myHand.end}
        </button>
      </div>
      <TargetPanel letter={letter}>
        <div class="button-row">
          <button type="button" class="button" onClick={() => teaching.current?.skip()}>
            {texts.myHand.skip}
          </button>
        </div>
      </TargetPanel>
      <div class="camera-side">
        <CameraView />
        <div class="live" data-phase={now.step === "learned" ? "passed" : "not-yet"}>
          <div class="live-words">
            <p class="live-word">
              {now.step === "learned" && <Icon name="check" size={28} />}
              {words.word}
            </p>
          </div>
          <Meter label={texts.myHand.meter(letter)} value={now.progress} words={words.word}>
            <span class="live-held" style={{ transform: `scaleX(${now.progress})` }} />
          </Meter>
        </div>
        {words.hint && (
          <div class="note">
            <Icon name="about" />
            <p class="text">{words.hint}</p>
            {now.step === "failed" ? (
              <button type="button" class="button" onClick={() => teaching.current?.tryAgain()}>
                {texts.common.tryAgain}
              </button>
            ) : (
              <button type="button" class="button" onClick={() => teaching.current?.insist()}>
                {texts.myHand.insist}
              </button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
