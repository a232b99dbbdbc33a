import type { Signal } from "@preact/signals";
import type { Letter } from "@signify/core";
import { ScrollBox } from "../controls/scroll-box.tsx";
import { texts } from "../texts/texts.ts";
import type { ClassResults, HeatCell, LearnerRow } from "./class-results.ts";
import { lettersInOrder, type Order, rowsInOrder } from "./order.ts";

/** Options of {@link HeatMap}. */
export type HeatMapProps = {
  results: ClassResults;
  order: Order;
  /** The letter by which learners stand, if it is one. */
  sortLetter: Signal<Letter | undefined>;
  onOpen: (row: LearnerRow) => void;
};

/** Letters × learners: a table whose boxes say in words what their shade shows. */
export function HeatMap({ results, order, sortLetter, onOpen }: HeatMapProps) {
  const letters = lettersInOrder(results, order);
  const rows = rowsInOrder(results, order, sortLetter.value);
  return (
    <ScrollBox label={texts.results.heatMap}>
      <table class="heat-map">
        <thead>
          <tr>
            <th scope="col" class="heat-name">
              {texts.results.learner}
            </th>
            {letters.map((letter) => (
              <LetterHead key={letter} letter={letter} sortLetter={sortLetter} />
            ))}
            <th scope="col">{texts.results.all}</th>
            <th scope="col">{texts.results.time}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.learner}>
              <th scope="row" class="heat-name">
                <button
                  type="button"
                  class="heat-button"
                  aria-haspopup="dialog"
                  aria-label={texts.results.openLearner(row.learner)}
                  onClick={() => onOpen(row)}
                >
                  {row.learner}
                </button>
              </th>
              {letters.map((letter) => (
                <Cell key={letter} cell={row.cells[letter]} />
              ))}
              <td class="heat-sum">{texts.results.cell(row.passed, row.tries)}</td>
              <td class="heat-sum">{texts.common.seconds(row.time)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" class="heat-name">
              {texts.results.classRow}
            </th>
            {letters.map((letter) => (
              <ShareCell key={letter} letter={letter} shares={results.passedShare} />
            ))}
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  );
}

function LetterHead({ letter, sortLetter }: { letter: Letter; sortLetter: Signal<Letter | undefined> }) {
  const isSorted = sortLetter.value === letter;
  return (
    <th scope="col" aria-sort={isSorted ? "ascending" : undefined}>
      <button
        type="button"
        class="heat-button"
        aria-pressed={isSorted}
        aria-label={texts.results.sortBy(letter)}
        onClick={() => (sortLetter.value = isSorted ? undefined : letter)}
      >
        {letter}
      </button>
    </th>
  );
}

function Cell({ cell }: { cell: HeatCell | undefined }) {
  if (!cell) {
    return (
      <td class="heat-cell" data-level="none">
        <span class="visually-hidden">{texts.results.notTried}</span>
        <span aria-hidden="true">·</span>
      </td>
    );
  }
  return (
    <td class="heat-cell" data-level={level(cell.passed / cell.tries)}>
      <span class="heat-count">{texts.results.cell(cell.passed, cell.tries)}</span>
      <span class="heat-time">{cell.time === undefined ? "–" : texts.common.seconds(cell.time)}</span>
    </td>
  );
}

function ShareCell({ letter, shares }: { letter: Letter; shares: ClassResults["passedShare"] }) {
  const share = shares[letter] ?? 0;
  return (
    <td class="heat-cell" data-level={level(share)}>
      {texts.live.percent(share)}
    </td>
  );
}

function level(share: number): string {
  return String(Math.round(share * 4));
}
