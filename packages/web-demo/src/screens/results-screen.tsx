import { signal } from "@preact/signals";
import { AddResults } from "../class-results/add-results.tsx";
import { mergeHandIns } from "../class-results/class-results.ts";
import { ConfusionsCard } from "../class-results/confusions-card.tsx";
import { HeatMapCard } from "../class-results/heat-map-card.tsx";
import type { HandIn } from "../handing-in/hand-in.ts";
import { texts } from "../texts/texts.ts";

/** What was added so far: in memory only, so that a shared school computer keeps nothing. */
const handIns = signal<readonly HandIn[]>([]);

/** The teacher's view: who signs what, how fast, and what is mixed up. */
export function ResultsScreen() {
  const results = mergeHandIns(handIns.value, texts.results.unnamed);
  return (
    <div class="screen wide results">
      <header class="screen-head no-print">
        <h1>{texts.results.title}</h1>
        <p class="soft">{texts.results.hint}</p>
      </header>
      <AddResults handIns={handIns} />
      {results.rows.length === 0 ? (
        <p class="card soft">{texts.results.empty}</p>
      ) : (
        <>
          <HeatMapCard results={results} handIns={handIns} />
          <ConfusionsCard results={results} />
        </>
      )}
    </div>
  );
}
