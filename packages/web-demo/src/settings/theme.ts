import { effect } from "@preact/signals";
import { settings } from "./settings.ts";

/** Keeps the page in the chosen colours; "system" leaves the choice to the style sheet's media query. */
export function followTheme(root: HTMLElement): void {
  effect(() => {
    const { theme } = settings.value;
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
  });
}
