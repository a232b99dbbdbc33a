import { expect, test } from "bun:test";
import { signal } from "@preact/signals";
import { followTheme } from "./follow-theme.ts";
import type { Settings } from "./settings.ts";

test("the page has the chosen colors, and the device's own when nothing is chosen", () => {
  const root = { dataset: {} as DOMStringMap };
  const settings = signal<Pick<Settings, "theme">>({ theme: "dark" });
  followTheme(root, settings);
  expect(root.dataset).toEqual({ theme: "dark" });
  settings.value = { theme: "light" };
  expect(root.dataset).toEqual({ theme: "light" });
  settings.value = { theme: "system" };
  expect(root.dataset).toEqual({});
});
