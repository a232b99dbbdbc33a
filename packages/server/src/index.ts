export { readSettings, SettingError } from "./config/read-settings.ts";
export { expectation, Settings } from "./config/settings.ts";
export { settingsTable } from "./config/settings-table.ts";
export type { Figures } from "./observe/figures.ts";
export { createLog, type Log } from "./observe/log.ts";
export { type Server, startServer } from "./server.ts";
