import { browserStorage } from "../shell/browser-storage.ts";
import { createKeptValue } from "../shell/kept-value.ts";
import { createSharedValue, followOtherTabs } from "../shell/shared-value.ts";
import { classBookOf, keptClassBook } from "./class-book.ts";

const key = "signify.class";

/** The teacher's tasks and results in this browser. */
export const classBook = createSharedValue({
  kept: createKeptValue(browserStorage(), key),
  read: classBookOf,
  write: keptClassBook,
});
followOtherTabs(key, classBook);
