import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { texts } from "../texts/texts.ts";
import { Icon } from "./icon.tsx";

/** Options of {@link Sheet}. */
export type SheetProps = {
  title: string;
  /** A class of its own, besides that of every sheet. */
  class?: string;
  onClose: () => void;
  children: ComponentChildren;
};

/** A dialog with a title over the page, closed by its button or Escape. */
export function Sheet({ title, class: own, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class={own ? `sheet ${own}` : "sheet"} aria-labelledby={titleId} onClose={onClose}>
      <div class="sheet-head">
        <h2 id={titleId}>{title}</h2>
        <button
          type="button"
          class="button icon-only quiet"
          aria-label={texts.common.close}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="sheet-body">{children}</div>
    </dialog>
  );
}
