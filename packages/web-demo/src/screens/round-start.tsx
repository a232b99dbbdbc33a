import { useEffect } from "preact/hooks";
import { progress } from "../progress/page-progress.ts";
import { session } from "../recognition/page-session.ts";
import { CameraView } from "../stage/camera-view.tsx";
import { texts } from "../texts/texts.ts";

/** Before a round: it waits for the camera. */
export function RoundStart({ onStart }: { onStart: () => void }) {
  useEffect(() => session.setTarget(null), []);
  const ready = session.phase.value === "on";
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
      </div>
    </div>
  );
}
