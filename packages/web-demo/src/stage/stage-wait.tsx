import { session } from "../recognition/page-session.ts";
import { texts } from "../texts/texts.ts";
import { loadingWords } from "./loading-words.ts";

/** What the learner waits for, over the picture: the camera, files that are loaded, or the recognizer that starts. */
export function StageWait() {
  const loading = session.loading.value;
  if (!loading)
    return (
      <p class="stage-wait">
        {session.phase.value === "starting" ? texts.camera.starting : texts.camera.loading}
      </p>
    );
  const { all, parts } = loadingWords(loading);
  return (
    <div class="stage-wait stage-loading">
      <p>{all}</p>
      <progress aria-label={all} max={loading.bytes} value={loading.bytes && loading.loaded} />
      {parts && <p class="stage-loading-parts">{parts}</p>}
    </div>
  );
}
