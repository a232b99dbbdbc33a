import { type Signal, useSignal } from "@preact/signals";
import type { Letter } from "@signify/core";
import { saveFile } from "../controls/save-file.ts";
import type { Undoable } from "../controls/undo-note.tsx";
import type { HandIn } from "../handing-in/hand-in.ts";
import { texts } from "../texts/texts.ts";
import type { ClassResults } from "./class-results.ts";
import { HeatMap } from "./heat-map.tsx";
import { LearnerDialog } from "./learner-dialog.tsx";
import { learnerKey } from "./learner-names.ts";
import type { Order } from "./order.ts";
import { removeWithUndo } from "./remove-with-undo.ts";
import { resultsCsv } from "./results-csv.ts";

/** Options of {@link HeatMapCard}. */
export type HeatMapCardProps = {
  title: string;
  results: ClassResults;
  /** What the results were made of. */
  handIns: readonly HandIn[];
  names: ReadonlyMap<string, string>;
  /** Told what was deleted. */
  done: Signal<Undoable | undefined>;
};

/** The heat map of a class, and what can be done with it. */
export function HeatMapCard({ title, results, handIns, names, done }: HeatMapCardProps) {
  const tasks = new Set(handIns.map((handIn) => handIn.task));
  const order = useSignal<Order>("alphabet");
  const sortLetter = useSignal<Letter | undefined>(undefined);
  const opened = useSignal<string | undefined>(undefined);
  const openedRow = results.rows.find(({ learner }) => learner === opened.value);
  const nameOf = (handIn: HandIn) => names.get(learnerKey(handIn)) ?? handIn.learner;
  return (
    <section class="card heat" aria-labelledby="heat-title">
      <div class="heat-head">
        <div>
          <h2 id="heat-title">{title}</h2>
          <p class="soft">
            {texts.results.summary(results.rows.length, results.letters.length)}.{" "}
            {tasks.size > 1 && texts.results.severalTasks} {texts.results.heatMapHint}
          </p>
        </div>
        <div class="button-row no-print">
          <label class="inline-choice">
            {texts.results.order}
            <select
              value={order.value}
              onChange={(event) => (order.value = event.currentTarget.value as Order)}
            >
              {(["alphabet", "weakest"] as const).map((name) => (
                <option key={name} value={name}>
                  {texts.results.orders[name]}
                </option>
              ))}
            </select>
          </label>
          <button type="button" class="button" onClick={() => print()}>
            {texts.results.print}
          </button>
          <button
            type="button"
            class="button"
            onClick={() =>
              saveFile(texts.results.csvName, "text/csv;charset=utf-8", resultsCsv(handIns, nameOf))
            }
          >
            {texts.results.csv}
          </button>
          <button type="button" class="button quiet" onClick={() => removeWithUndo(handIns, done)}>
            {texts.results.clear}
          </button>
        </div>
      </div>
      <HeatMap
        results={results}
        order={order.value}
        sortLetter={sortLetter}
        onOpen={({ learner }) => (opened.value = learner)}
      />
      {openedRow && (
        <LearnerDialog
          row={openedRow}
          onRenamed={(name) => (opened.value = name)}
          onRemove={() => {
            opened.value = undefined;
            removeWithUndo(openedRow.handIns, done);
          }}
          onClose={() => (opened.value = undefined)}
        />
      )}
    </section>
  );
}
