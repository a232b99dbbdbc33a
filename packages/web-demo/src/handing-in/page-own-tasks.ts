import { browserStorage } from "../shell/browser-storage.ts";
import { createKeptValue } from "../shell/kept-value.ts";
import { createSharedValue, followOtherTabs } from "../shell/shared-value.ts";
import { createLearnerId } from "./learner-id.ts";
import { keptOwnTasks, ownTasksOf } from "./own-tasks.ts";
import { randomId } from "./random-id.ts";

const key = "signify.own-tasks";

/** The learner's tasks in this browser. */
export const ownTasks = createSharedValue({
  kept: createKeptValue(browserStorage(), key),
  read: ownTasksOf,
  write: keptOwnTasks,
});
followOtherTabs(key, ownTasks);

/** The id of this browser's results. */
export const learnerId = createLearnerId(createKeptValue(browserStorage(), "signify.learner"), randomId);
