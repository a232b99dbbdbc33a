import { browserStorage } from "./browser-storage.ts";
import { createKeptValue } from "./kept-value.ts";
import { createSettingsStore } from "./settings-store.ts";

/** The settings of this browser. */
export const { settings, changeSettings, deleteSettings } = createSettingsStore(
  createKeptValue(browserStorage(), "signify.settings"),
);
