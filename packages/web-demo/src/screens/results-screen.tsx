import { signal } from "@preact/signals";
import { AddResults } from "../teaching/add-results.tsx";
import { mergeHandIns } from "../teaching/class-results.ts";
import { ConfusionsCard } from "../teaching/confusions-card.tsx";
import type { HandIn } from "../teaching/hand-in.ts";
import { HeatMapCard } from "../teaching/heat-map-card.tsx";
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
