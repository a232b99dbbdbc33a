import { expect, test } from "bun:test";
import { createKeptValue } from "./kept-value.ts";
import { createMemoryStorage } from "./memory-storage.ts";
import { defaultSettings } from "./settings.ts";
import { createSettingsStore } from "./settings-store.ts";

test("changes are in force at once and are there the next time", () => {
  const storage = createMemoryStorage();
  const open = () => createSettingsStore(createKeptValue(storage, "signify.settings"));
  const { settings, changeSettings } = open();
  expect(settings.value).toEqual(defaultSettings);
  changeSettings({ theme: "dark" });
  changeSettings({ hand: "left", handAsked: true });
  const changed = { ...defaultSettings, theme: "dark", hand: "left", handAsked: true } as const;
  expect(settings.value).toEqual(changed);
  expect(open().settings.value).toEqual(changed);
});

test("deleted settings leave no trace", () => {
  const storage = createMemoryStorage();
  const { settings, changeSettings, deleteSettings } = createSettingsStore(createKeptValue(storage, "x"));
  changeSettings({ nickname: "Ada" });
  deleteSettings();
  expect(settings.value).toEqual(defaultSettings);
  expect(storage.values.size).toBe(0);
});
