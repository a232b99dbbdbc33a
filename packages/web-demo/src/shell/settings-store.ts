import { type ReadonlySignal, signal } from "@preact/signals";
import type { KeptValue } from "./kept-value.ts";
import { defaultSettings, type Settings, settingsOf } from "./settings.ts";

/** The settings in force, and how to change them. */
export type SettingsStore = {
  settings: ReadonlySignal<Settings>;
  /** Changes settings and keeps them. */
  changeSettings(changes: Partial<Settings>): void;
  /** Forgets the settings: the defaults are in force. */
  deleteSettings(): void;
};

/** Settings that begin as they were kept. */
export function createSettingsStore(kept: KeptValue): SettingsStore {
  const settings = signal(settingsOf(kept.read()));
  return {
    settings,
    changeSettings(changes) {
      settings.value = { ...settings.value, ...changes };
      kept.write(settings.value);
    },
    deleteSettings() {
      settings.value = defaultSettings;
      kept.forget();
    },
  };
}
