import { createFailedTries } from "./failed-tries.ts";

/** The tries in vain of this page, forgotten when it is closed. */
export const failedTries = createFailedTries();
