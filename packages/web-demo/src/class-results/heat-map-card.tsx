import type { Signal } from "@preact/signals";
import { saveFile } from "../controls/save-file.ts";
import type { HandIn } from "../handing-in/hand-in.ts";
import { texts } from "../texts/texts.ts";
import type { ClassResults } from "./class-results.ts";
import { HeatMap } from "./heat-map.tsx";
import { resultsCsv } from "./results-csv.ts";

/** Options of {@link HeatMapCard}. */
export type HeatMapCardProps = { results: ClassResults; handIns: Signal<readonly HandIn[]> };

/** The heat map of a class, and what can be done with it. */
export function HeatMapCard({ results, handIns }: HeatMapCardProps) {
  const tasks = new Set(handIns.value.map((handIn) => handIn.task));
  const [first] = handIns.value;
  return (
    <section class="card heat" aria-labelledby="heat-title">
      <div class="heat-head">
        <div>
          <h2 id="heat-title">{tasks.size === 1 && first?.title ? first.title : texts.results.heatMap}</h2>
          <p class="soft">
            {texts.results.summary(results.rows.length, results.letters.length)}.{" "}
            {tasks.size > 1 && texts.results.severalTasks} {texts.results.heatMapHint}
          </p>
        </div>
        <div class="button-row no-print">
          <button
            type="button"
            class="button"
            onClick={() =>
              saveFile(texts.results.csvName, "text/csv;charset=utf-8", resultsCsv(handIns.value))
            }
          >
            {texts.results.csv}
          </button>
          <button type="button" class="button" onClick={() => print()}>
            {texts.results.print}
          </button>
          <button type="button" class="button quiet" onClick={() => (handIns.value = [])}>
            {texts.results.clear}
          </button>
        </div>
      </div>
      <HeatMap results={results} />
    </section>
  );
}
