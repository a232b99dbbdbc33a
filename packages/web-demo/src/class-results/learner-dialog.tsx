import { useSignal } from "@preact/signals";
import { letters } from "@signify/core";
import { ScrollBox } from "../controls/scroll-box.tsx";
import { Sheet } from "../controls/sheet.tsx";
import { shortDate } from "../controls/short-date.ts";
import { announce } from "../shell/announcer.tsx";
import { nicknameLength } from "../shell/settings.ts";
import { texts } from "../texts/texts.ts";
import { nameLearners } from "./class-book.ts";
import { type LearnerRow, seenInsteadOf } from "./class-results.ts";
import { classBook } from "./page-class-book.ts";

/** Options of {@link LearnerDialog}. */
export type LearnerDialogProps = {
  row: LearnerRow;
  onRenamed: (name: string) => void;
  onRemove: () => void;
  onClose: () => void;
};

/** One learner: letter by letter, task by task, and what the teacher calls them. */
export function LearnerDialog({ row, onRenamed, onRemove, onClose }: LearnerDialogProps) {
  return (
    <Sheet title={row.learner} class="learner-sheet" onClose={onClose}>
      <p>{texts.results.learnerSum(row.passed, row.tries)}</p>
      <ScrollBox label={texts.results.learnerLetters}>
        <LetterTable row={row} />
      </ScrollBox>
      <section class="group">
        <h3>{texts.results.learnerTasks}</h3>
        <ul class="points">
          {row.handIns.map(({ id, title, finishedAt }) => (
            <li key={id}>{texts.results.finished(title || texts.task.titleless, shortDate(finishedAt))}</li>
          ))}
        </ul>
      </section>
      <Rename row={row} onRenamed={onRenamed} />
      <div class="button-row">
        <button type="button" class="button danger" onClick={onRemove}>
          {texts.results.removeLearner}
        </button>
      </div>
    </Sheet>
  );
}

function LetterTable({ row }: { row: LearnerRow }) {
  const seen = seenInsteadOf(row);
  return (
    <table class="plain-table">
      <thead>
        <tr>
          <th scope="col">{texts.results.letter}</th>
          <th scope="col">{texts.results.signed}</th>
          <th scope="col">{texts.results.middle}</th>
          <th scope="col">{texts.results.seen}</th>
        </tr>
      </thead>
      <tbody>
        {letters.map((letter) => {
          const cell = row.cells[letter];
          if (!cell) return null;
          const others = Object.entries(seen[letter] ?? {}).sort(([, one], [, other]) => other - one);
          return (
            <tr key={letter}>
              <th scope="row">{letter}</th>
              <td>{texts.results.cell(cell.passed, cell.tries)}</td>
              <td>{cell.time === undefined ? texts.progress.none : texts.common.seconds(cell.time)}</td>
              <td>
                {others.map(([other, count]) => texts.progress.times(other, count)).join(", ") ||
                  texts.progress.none}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Rename({ row, onRenamed }: Pick<LearnerDialogProps, "row" | "onRenamed">) {
  const name = useSignal(row.learner);
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        const given = name.value.trim();
        classBook.change((book) => nameLearners(book, row.keys, given));
        onRenamed(given);
        announce(texts.results.renamed(given));
      }}
    >
      <div class="field">
        <label for="learner-name">{texts.results.rename}</label>
        <input
          id="learner-name"
          type="text"
          maxLength={nicknameLength}
          autoComplete="off"
          value={name.value}
          aria-describedby="learner-name-hint"
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
        <p id="learner-name-hint" class="hint">
          {texts.results.renameHint}
        </p>
      </div>
      <button type="submit" class="button">
        {texts.results.renameDo}
      </button>
    </form>
  );
}
