export type { Figures } from "./observe/figures.ts";
export { createLog, type Log } from "./observe/log.ts";
export { type Server, startServer } from "./server.ts";
