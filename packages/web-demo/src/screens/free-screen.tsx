import { useSignal } from "@preact/signals";
import { type PendingLetter, systemClock, systemTimers } from "@signify/core";
import { useEffect } from "preact/hooks";
import { Meter } from "../controls/meter.tsx";
import { followSpelling } from "../practice/follow-spelling.ts";
import { session } from "../recognition/page-session.ts";
import { announce } from "../shell/announcer.tsx";
import { CameraView } from "../stage/camera-view.tsx";
import { texts } from "../texts/texts.ts";

/** Writes what it reads. */
export function FreeScreen() {
  const written = useSignal("");
  const pending = useSignal<PendingLetter | undefined>(undefined);

  useEffect(
    () =>
      followSpelling({
        session,
        onLetter(letter, replaces) {
          written.value = (replaces ? written.value.slice(0, -1) : written.value) + letter;
          announce(letter);
        },
        onPending: (next) => (pending.value = next),
        clock: systemClock,
        timers: systemTimers,
      }),
    [],
  );

  const held = pending.value?.held ?? 0;
  return (
    <div class="screen free">
      <section class="free-side">
        <header class="screen-head">
          <h1>{texts.free.title}</h1>
          <p class="soft">{texts.free.hint}</p>
        </header>
        <div class="card free-paper">
          <h2 class="free-label">{texts.free.written}</h2>
          <output class={written.value ? "free-written" : "free-written empty"}>
            {written.value || texts.free.empty}
          </output>
          <div class="button-row">
            <button type="button" class="button" onClick={() => (written.value += " ")}>
              {texts.free.space}
            </button>
            <button type="button" class="button" onClick={() => (written.value = written.value.slice(0, -1))}>
              {texts.free.backspace}
            </button>
            <button type="button" class="button" onClick={() => (written.value = "")}>
              {texts.free.clear}
            </button>
          </div>
        </div>
      </section>
      <div class="camera-side">
        <CameraView />
        <div class="live" data-phase={pending.value ? "holding" : "not-yet"}>
          <div class="live-words">
            <p class="live-word">
              {pending.value ? texts.free.now(pending.value.letter) : texts.free.nothing}
            </p>
          </div>
          <Meter label={texts.free.label} value={held}>
            <span class="live-held" style={{ transform: `scaleX(${held})` }} />
          </Meter>
        </div>
      </div>
    </div>
  );
}
