export type { Figures } from "./observe/figures.ts";
export { type Server, startServer } from "./server.ts";
