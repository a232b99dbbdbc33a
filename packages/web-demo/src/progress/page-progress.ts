import { browserStorage } from "../shell/browser-storage.ts";
import { createKeptValue } from "../shell/kept-value.ts";
import { createProgressStore } from "./progress-store.ts";

/** The learner's progress in this browser. */
export const { progress, keepResult, keepRound, forgetProgress } = createProgressStore(
  createKeptValue(browserStorage(), "signify.progress"),
);
