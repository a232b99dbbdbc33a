export { recognizerSettings, visionSettings } from "./parts-of-settings.ts";
export { readSettings, SettingError } from "./read-settings.ts";
export { expectation, Settings } from "./settings.ts";
export { settingsTable } from "./settings-table.ts";
