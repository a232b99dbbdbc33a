import type { Route } from "../shell/route.ts";

/** The screens of classes: their tasks and results. */
export type ClassRoute = Extract<Route, { screen: "task" | "teach" | "results" | "hand-in" | "inbox" }>;
