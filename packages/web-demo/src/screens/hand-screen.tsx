import { useSignal } from "@preact/signals";
import type { Letter } from "@signify/core";
import { Icon } from "../controls/icon.tsx";
import { handStore } from "../kept-hand/page-hand.ts";
import { HandFile } from "../my-hand/hand-file.tsx";
import { TaughtLetters } from "../my-hand/taught-letters.tsx";
import { TeachView } from "../my-hand/teach-view.tsx";
import { teachable } from "../my-hand/teachable.ts";
import { failingLetters } from "../practice/failed-tries.ts";
import { failedTries } from "../practice/page-tries.ts";
import { session } from "../recognition/page-session.ts";
import { announce } from "../shell/announcer.tsx";
import { navigate } from "../shell/navigate.ts";
import { texts } from "../texts/texts.ts";
import { NotFoundScreen } from "./not-found-screen.tsx";

/** How the learner signs: see it, teach it, save it, delete it. With a letter, that one is taught. */
export function HandScreen({ letter }: { letter?: Letter | undefined }) {
  const teaching = useSignal<readonly Letter[] | undefined>(undefined);
  if (letter && !teachable.includes(letter)) return <NotFoundScreen />;
  if (letter) return <TeachView key={letter} letters={[letter]} onDone={() => end(letter)} />;
  if (teaching.value) {
    return <TeachView key="all" letters={teaching.value} onDone={() => (teaching.value = undefined)} />;
  }
  return <HandOverview onTeach={(letters) => (teaching.value = letters)} />;
}

/** Back to where one letter is practiced: there it shows whether it helped. */
function end(letter: Letter): void {
  if (handStore.hand.value?.letters[letter]) failedTries.passed(letter);
  navigate({ screen: "practice", letter });
}

function HandOverview({ onTeach }: { onTeach: (letters: readonly Letter[]) => void }) {
  const { value: hand } = handStore.hand;
  const taught = hand?.letters ?? {};
  const missing = teachable.filter((letter) => !taught[letter]);
  const failing = failingLetters(failedTries.counts.value).filter((letter) => teachable.includes(letter));
  const count = teachable.length - missing.length;
  return (
    <div class="screen wide">
      <header class="screen-head">
        <h1>{texts.myHand.title}</h1>
        <p>{texts.myHand.hint}</p>
        <p class="soft">{texts.myHand.privacy}</p>
      </header>
      {session.handIsStrange.value && (
        <p class="note bad" role="status">
          <Icon name="warning" />
          <span class="text">{texts.myHand.strange}</span>
        </p>
      )}
      <section class="card hand-card">
        <p class="progress-sum">
          <strong>{texts.myHand.taught(count, teachable.length)}</strong>
        </p>
        <div class="button-row">
          {failing.length > 0 && (
            <button type="button" class="button primary" onClick={() => onTeach(failing)}>
              {texts.myHand.teachFailing(failing.join(", "))}
            </button>
          )}
          {count > 0 && missing.length > 0 && (
            <button type="button" class="button" onClick={() => onTeach(missing)}>
              {texts.myHand.teachMissing}
            </button>
          )}
          <button
            type="button"
            class={failing.length > 0 ? "button" : "button primary"}
            onClick={() => onTeach(teachable)}
          >
            {texts.myHand.teachAll}
          </button>
        </div>
        <h2>{texts.myHand.letters}</h2>
        <p class="soft">{texts.myHand.lettersHint}</p>
        <TaughtLetters />
        {count > 0 && <ForgetLetter letters={teachable.filter((letter) => taught[letter])} />}
      </section>
      <section class="card hand-card">
        <h2>{texts.myHand.file}</h2>
        <p class="soft">{texts.myHand.fileHint}</p>
        <HandFile />
      </section>
    </div>
  );
}

function ForgetLetter({ letters }: { letters: readonly Letter[] }) {
  const chosen = useSignal<Letter | undefined>(undefined);
  const letter = chosen.value && letters.includes(chosen.value) ? chosen.value : letters[0];
  if (!letter) return null;
  return (
    <div class="button-row">
      <label class="forget-letter">
        {texts.myHand.forgetLabel}
        <select value={letter} onChange={(event) => (chosen.value = event.currentTarget.value as Letter)}>
          {letters.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="button"
        onClick={() => {
          session.forgetLetter(letter);
          announce(texts.myHand.forgotten(letter));
        }}
      >
        {texts.myHand.forget}
      </button>
    </div>
  );
}
