import type { Signal } from "@preact/signals";
import type { Undoable } from "../controls/undo-note.tsx";
import type { HandIn } from "../handing-in/hand-in.ts";
import { announce } from "../shell/announcer.tsx";
import { texts } from "../texts/texts.ts";
import { addHandIns, removeHandIns } from "./class-book.ts";
import { classBook } from "./page-class-book.ts";

/** Deletes results, and tells how to have them back. */
export function removeWithUndo(handIns: readonly HandIn[], done: Signal<Undoable | undefined>): void {
  classBook.change((book) => removeHandIns(book, handIns));
  const text = texts.results.removed(handIns.length);
  done.value = { text, undo: () => classBook.change((book) => addHandIns(book, handIns)) };
  announce(text);
}
