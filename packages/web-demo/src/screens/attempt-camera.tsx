import type { Letter } from "@signify/core";
import { Icon } from "../controls/icon.tsx";
import { helpWords } from "../practice/help-words.ts";
import { LiveBar } from "../practice/live-bar.tsx";
import { shownHelp } from "../practice/shown-help.ts";
import type { FollowedAttempt } from "../practice/use-attempt.ts";
import type { ReferenceHandRef } from "../practice/use-reference-hand.ts";
import { settings } from "../shell/page-settings.ts";
import { CameraView } from "../stage/camera-view.tsx";
import { texts } from "../texts/texts.ts";

/** Options of {@link AttemptCamera}. */
export type AttemptCameraProps = {
  letter: Letter;
  attempt: Pick<FollowedAttempt, "state" | "help" | "revealed">;
  /** The hand that shows the letter, to be drawn over the picture. */
  reference: ReferenceHandRef;
};

/** Oneself at one letter: the picture with what helps drawn over it, and how near it is. */
export function AttemptCamera({ letter, attempt, reference }: AttemptCameraProps) {
  const { state, help } = attempt;
  const { phase } = state.value;
  const { level, correction } = help.value;
  const { hand } = shownHelp({ recall: settings.value.recall, revealed: attempt.revealed.value, level });
  const words = phase === "passed" || phase === "holding" ? "" : helpWords(letter, help.value);
  return (
    <div class="camera-side">
      <CameraView
        marked={level === "none" ? undefined : correction?.points}
        model={() => (hand ? reference.current?.points() : undefined)}
      >
        <p class="stage-help" role="status" data-level={level}>
          {words}
        </p>
        {phase === "passed" && <PassedBadge letter={letter} />}
      </CameraView>
      <LiveBar letter={letter} state={state} help={help} />
    </div>
  );
}

/** What passing looks like; the live bar says it in words. */
function PassedBadge({ letter }: { letter: Letter }) {
  return (
    <div class="passed-badge" aria-hidden="true">
      <p>
        <Icon name="check" size={44} />
        {texts.help.passed(letter)}
      </p>
    </div>
  );
}
