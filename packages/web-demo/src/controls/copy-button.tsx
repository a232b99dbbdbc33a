import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { announce } from "../shell/announcer.tsx";
import { texts } from "../texts/texts.ts";

/** Options of {@link CopyButton}. */
export type CopyButtonProps = {
  text: string;
  label: string;
  done: string;
  /** The field to select where the browser forbids copying. */
  field: RefObject<HTMLInputElement | null> | RefObject<HTMLTextAreaElement | null>;
};

/** Copies a text, or selects it for copying by hand. */
export function CopyButton({ text, label, done, field }: CopyButtonProps) {
  const state = useSignal<"idle" | "done" | "failed">("idle");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      state.value = "done";
    } catch {
      field.current?.focus();
      field.current?.select();
      state.value = "failed";
    }
    announce(state.value === "done" ? done : texts.teach.copyFailed);
  };
  return (
    <button type="button" class="button" onClick={() => void copy()}>
      {state.value === "done" ? done : state.value === "failed" ? texts.teach.copyFailed : label}
    </button>
  );
}
