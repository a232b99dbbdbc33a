import { browserStorage } from "../shell/browser-storage.ts";
import { createKeptValue } from "../shell/kept-value.ts";
import { createHandStore } from "./hand-store.ts";

/** The learner's hand in this browser. */
export const handStore = createHandStore(createKeptValue(browserStorage(), "signify.hand"));
