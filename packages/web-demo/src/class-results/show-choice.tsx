import type { Signal } from "@preact/signals";
import { texts } from "../texts/texts.ts";
import { type KnownTask, type Selection, selectionOf, selectionText } from "./selection.ts";

/** Options of {@link ShowChoice}. */
export type ShowChoiceProps = { tasks: readonly KnownTask[]; selection: Signal<Selection> };

/** Chooses which results are shown. */
export function ShowChoice({ tasks, selection }: ShowChoiceProps) {
  const groups = [...new Set(tasks.map(({ group }) => group).filter((group) => group !== ""))].sort();
  return (
    <div class="field show-choice no-print">
      <label for="show">{texts.results.show}</label>
      <select
        id="show"
        value={selectionText(selection.value)}
        onChange={(event) => (selection.value = selectionOf(event.currentTarget.value))}
      >
        <option value="all">{texts.results.showAll}</option>
        {groups.map((group) => (
          <option key={group} value={selectionText({ kind: "group", group })}>
            {texts.results.showGroup(group)}
          </option>
        ))}
        {tasks.map(({ code, title, group }) => (
          <option key={code} value={selectionText({ kind: "task", code })}>
            {texts.results.taskIn([group, title || texts.task.titleless].filter(Boolean).join(" – "), code)}
          </option>
        ))}
      </select>
    </div>
  );
}
