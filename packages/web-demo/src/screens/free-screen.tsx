import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { CameraNotices } from "../camera/camera-notices.tsx";
import { CameraView } from "../camera/camera-view.tsx";
import { announce } from "../parts/announcer.tsx";
import { Meter } from "../parts/meter.tsx";
import { createFreeSpelling } from "../practice/free-spelling.ts";
import { listen, phase, setTarget } from "../recognition/session.ts";
import { passMarks } from "../tasks/task.ts";
import { texts } from "../texts/texts.ts";

const tick = 80;

/** Writes what it reads. */
export function FreeScreen() {
  const written = useSignal("");
  const pending = useSignal<ReturnType<ReturnType<typeof createFreeSpelling>["pending"]>>(undefined);

  useEffect(() => {
    setTarget(null);
    const spelling = createFreeSpelling({ passMark: passMarks.usual });
    const write = (letter: string | undefined) => {
      if (!letter) return;
      written.value += letter;
      announce(letter);
    };
    const stopListening = listen((event) => {
      const now = performance.now();
      if (event.type === "reading")
        write(spelling.read(event.reading.letter, event.reading.probability, now));
      else if (event.type === "hands" && event.state !== "tracking") spelling.release();
      else if (event.type === "link" && event.link === "lost") spelling.release();
    });
    const stopPhase = phase.subscribe((now) => {
      if (now !== "on") spelling.release();
    });
    const timer = setInterval(() => {
      const now = performance.now();
      write(spelling.wait(now));
      pending.value = spelling.pending(now);
    }, tick);
    return () => {
      stopListening();
      stopPhase();
      clearInterval(timer);
    };
  }, []);

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
        <CameraNotices />
      </div>
    </div>
  );
}
