import { useSignal } from "@preact/signals";
import { type Letter, letters } from "@signify/core";
import { classBook } from "../class-results/page-class-book.ts";
import { ScrollBox } from "../controls/scroll-box.tsx";
import { learnerId, ownTasks } from "../handing-in/page-own-tasks.ts";
import { handStore } from "../kept-hand/page-hand.ts";
import { forgetProgress, progress, readingScore, today } from "../progress/page-progress.ts";
import { knownLetters } from "../progress/progress.ts";
import { TodayNote } from "../progress/today-note.tsx";
import { announce } from "../shell/announcer.tsx";
import { deleteSettings } from "../shell/page-settings.ts";
import { routeHash } from "../shell/route.ts";
import { OwnTasksCard } from "../teaching/own-tasks-card.tsx";
import { texts } from "../texts/texts.ts";

/** What this browser keeps of the learner, and how to delete it. */
export function ProgressScreen() {
  const now = progress.value;
  const tried = letters.filter((letter) => now.letters[letter]);
  return (
    <div class="screen wide">
      <header class="screen-head">
        <h1>{texts.progress.title}</h1>
        <p class="soft">{texts.progress.hint}</p>
      </header>
      <TodayCard />
      {tried.length === 0 ? (
        <p class="card">{texts.progress.empty}</p>
      ) : (
        <section class="card">
          <p class="progress-sum">
            <strong>{texts.progress.known(knownLetters(now).length)}</strong>
            {now.bestRound !== undefined && <span>{texts.progress.bestRound(now.bestRound)}</span>}
          </p>
          <ScrollBox label={texts.progress.title}>
            <table class="plain-table">
              <thead>
                <tr>
                  <th scope="col">{texts.progress.letter}</th>
                  <th scope="col">{texts.progress.passed}</th>
                  <th scope="col">{texts.progress.skipped}</th>
                  <th scope="col">{texts.progress.best}</th>
                  <th scope="col">{texts.progress.mixedUp}</th>
                </tr>
              </thead>
              <tbody>
                {tried.map((letter) => (
                  <ProgressRow key={letter} letter={letter} />
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </section>
      )}
      <OwnTasksCard />
      <DeleteEverything />
    </div>
  );
}

function TodayCard() {
  const { read, missed, row, bestRow } = readingScore.value;
  if (today.state.value.goal === 0 && read + missed === 0) return null;
  return (
    <section class="card progress-today">
      <h2>{texts.today.title}</h2>
      <TodayNote />
      {read + missed > 0 && (
        <p class="soft">
          {texts.read.score(read, read + missed)}, {texts.read.row(row, bestRow)}
        </p>
      )}
    </section>
  );
}

function ProgressRow({ letter }: { letter: Letter }) {
  const entry = progress.value.letters[letter];
  if (!entry) return null;
  const mixedUp = (Object.entries(entry.seenInstead) as [Letter, number][])
    .sort(([, one], [, other]) => other - one)
    .slice(0, 3)
    .map(([seen, count]) => texts.progress.times(seen, count));
  return (
    <tr>
      <th scope="row">
        <a href={routeHash({ screen: "practice", letter })} aria-label={texts.progress.practice(letter)}>
          {letter}
        </a>
      </th>
      <td>{entry.passed}</td>
      <td>{entry.skipped}</td>
      <td>{entry.best === undefined ? texts.progress.none : texts.common.seconds(entry.best)}</td>
      <td>{mixedUp.join(", ") || texts.progress.none}</td>
    </tr>
  );
}

function DeleteEverything() {
  const asking = useSignal(false);
  if (!asking.value) {
    return (
      <div class="button-row">
        <button type="button" class="button danger" onClick={() => (asking.value = true)}>
          {texts.progress.remove}
        </button>
      </div>
    );
  }
  return (
    <div class="note bad" role="alert">
      <p class="text">{texts.progress.removeSure}</p>
      <button
        type="button"
        class="button danger"
        onClick={() => {
          forgetProgress();
          deleteSettings();
          handStore.forgetHand();
          ownTasks.forget();
          learnerId.forget();
          classBook.forget();
          asking.value = false;
          announce(texts.progress.removed);
        }}
      >
        {texts.progress.removeYes}
      </button>
      <button type="button" class="button" onClick={() => (asking.value = false)}>
        {texts.common.cancel}
      </button>
    </div>
  );
}
