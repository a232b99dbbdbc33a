import type { Timers } from "@signify/core";
import type { HandIn } from "../handing-in/hand-in.ts";
import type { InboxClient, InboxProblem } from "../handing-in/inbox-client.ts";

/** How the looking goes. */
export type InboxState = "looking" | "waiting" | InboxProblem;

/** Options of {@link followInboxes}. */
export type FollowInboxesOptions = {
  client: Pick<InboxClient, "take">;
  teacherKeys: readonly string[];
  onResults: (handIns: readonly HandIn[]) => void;
  onState: (state: InboxState) => void;
  /** Whether somebody looks at the page. */
  isSeen: () => boolean;
  timers: Timers;
};

/** Milliseconds between two looks. */
const pace = 10_000;

/** Takes what is in the inboxes now, and again every ten seconds while the page is seen. Answers how to stop. */
export function followInboxes(options: FollowInboxesOptions): () => void {
  const { client, teacherKeys, onResults, onState, isSeen, timers } = options;
  let isOver = false;
  let cancel = () => {};
  const look = async () => {
    let state: InboxState = "waiting";
    for (const key of teacherKeys) {
      const taken = await client.take(key);
      if (isOver) return;
      if ("handIns" in taken) onResults(taken.handIns);
      else state = taken.problem;
    }
    onState(state);
  };
  const lookAgain = () => {
    cancel = timers.after(pace, () => void (isSeen() ? look() : Promise.resolve()).then(lookAgainUnlessOver));
  };
  const lookAgainUnlessOver = () => {
    if (!isOver) lookAgain();
  };
  onState("looking");
  void look().then(lookAgainUnlessOver);
  return () => {
    isOver = true;
    cancel();
  };
}
