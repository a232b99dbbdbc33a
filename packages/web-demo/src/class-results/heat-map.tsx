import type { Letter } from "@signify/core";
import { ScrollBox } from "../controls/scroll-box.tsx";
import { texts } from "../texts/texts.ts";
import type { ClassResults, HeatCell } from "./class-results.ts";

/** Letters × learners: a table whose boxes say in words what their shade shows. */
export function HeatMap({ results }: { results: ClassResults }) {
  const { letters, rows, passedShare } = results;
  return (
    <ScrollBox label={texts.results.heatMap}>
      <table class="heat-map">
        <thead>
          <tr>
            <th scope="col" class="heat-name">
              {texts.results.learner}
            </th>
            {letters.map((letter) => (
              <th key={letter} scope="col">
                {letter}
              </th>
            ))}
            <th scope="col">{texts.results.all}</th>
            <th scope="col">{texts.results.time}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.learner}>
              <th scope="row" class="heat-name">
                {row.learner}
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
              <ShareCell key={letter} letter={letter} shares={passedShare} />
            ))}
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
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
