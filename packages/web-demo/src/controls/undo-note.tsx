import type { Signal } from "@preact/signals";
import { texts } from "../texts/texts.ts";

/** Something that was done on purpose and can be undone. */
export type Undoable = { text: string; undo: () => void };

/** Says what was done, and undoes it. It stays until it is used or something else is done. */
export function UndoNote({ done }: { done: Signal<Undoable | undefined> }) {
  const { value: now } = done;
  if (!now) return null;
  return (
    <div class="note no-print" role="status">
      <span class="text">{now.text}</span>
      <button
        type="button"
        class="button"
        onClick={() => {
          now.undo();
          done.value = undefined;
        }}
      >
        {texts.common.undo}
      </button>
    </div>
  );
}
