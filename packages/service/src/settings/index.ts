export { expectation } from "./expectation.ts";
export { list, logLevel, share, text, whole } from "./kinds.ts";
export { type Environment, readEnvironment, SettingError } from "./read-environment.ts";
export { settingsTable } from "./settings-table.ts";
