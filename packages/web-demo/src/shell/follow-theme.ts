import { effect, type ReadonlySignal } from "@preact/signals";
import type { Settings } from "./settings.ts";

/** Keeps the page in the chosen colors; "system" leaves the choice to the style sheet's media query. */
export function followTheme(
  root: Pick<HTMLElement, "dataset">,
  settings: ReadonlySignal<Pick<Settings, "theme">>,
): void {
  effect(() => {
    const { theme } = settings.value;
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
  });
}
