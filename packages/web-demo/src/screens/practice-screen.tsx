import { type Letter, letterAt, letterCount, letterIndex } from "@signify/core";
import { useEffect } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { TeachOffer } from "../my-hand/teach-offer.tsx";
import { LetterStrip } from "../practice/letter-strip.tsx";
import { LiveBar } from "../practice/live-bar.tsx";
import { TargetPanel } from "../practice/target-panel.tsx";
import { useAttempt } from "../practice/use-attempt.ts";
import { keepResult, progress } from "../progress/page-progress.ts";
import { knownLetters } from "../progress/progress.ts";
import { announce } from "../shell/announcer.tsx";
import { navigate } from "../shell/navigate.ts";
import { CameraNotices } from "../stage/camera-notices.tsx";
import { CameraView } from "../stage/camera-view.tsx";
import { texts } from "../texts/texts.ts";

/** The first screen: one letter after the other, as long as one likes. */
export function PracticeScreen({ letter = "A" }: { letter?: Letter | undefined }) {
  const go = (to: Letter) => navigate({ screen: "practice", letter: to });
  const { state } = useAttempt({
    letter,
    holdFor: 0,
    attempt: 0,
    pause: 1500,
    onPassed(result) {
      keepResult(result);
      announce(texts.practice.announcePassed(letter));
    },
    onEnd: () => go(beside(letter, 1)),
  });

  useEffect(() => announce(texts.practice.announce(letter)), [letter]);

  return (
    <div class="screen practice">
      <h1 class="visually-hidden">{texts.practice.title}</h1>
      <TargetPanel letter={letter}>
        <div class="button-row">
          <button
            type="button"
            class="button icon-only"
            aria-label={texts.practice.previous}
            title={texts.practice.previous}
            onClick={() => go(beside(letter, -1))}
          >
            <Icon name="left" />
          </button>
          <button type="button" class="button" onClick={() => go(beside(letter, 1))}>
            {texts.practice.next}
            <Icon name="right" size={20} />
          </button>
        </div>
      </TargetPanel>
      <div class="camera-side">
        <CameraView />
        <LiveBar letter={letter} state={state} />
        <TeachOffer letter={letter} />
        <CameraNotices />
      </div>
      <LetterStrip current={letter} known={new Set(knownLetters(progress.value))} onChoose={go} />
    </div>
  );
}

function beside(letter: Letter, step: 1 | -1): Letter {
  return letterAt((letterIndex(letter) + step + letterCount) % letterCount);
}
