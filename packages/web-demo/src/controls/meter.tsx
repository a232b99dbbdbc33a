import type { ComponentChildren } from "preact";

/** Options of {@link Meter}. `value` runs from 0 to 1. */
export type MeterProps = { label: string; value: number; words?: string; children: ComponentChildren };

/** A bar with a value; its layers are its children. */
export function Meter({ label, value, words, children }: MeterProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <meter> cannot show the layers and the pass mark.
    <div
      class="live-bar"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(value * 100)}
      aria-valuetext={words}
    >
      {children}
    </div>
  );
}
