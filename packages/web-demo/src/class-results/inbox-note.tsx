import { useSignal } from "@preact/signals";
import { systemTimers } from "@signify/core";
import { useEffect } from "preact/hooks";
import { inbox } from "../handing-in/page-inbox.ts";
import { texts } from "../texts/texts.ts";
import { addFromInbox, addTask, type KeptTask } from "./class-book.ts";
import { followInboxes, type InboxState } from "./follow-inboxes.ts";
import { classBook } from "./page-class-book.ts";

/** Takes what comes into the inboxes of tasks, and says how that goes. */
export function InboxNote({ tasks }: { tasks: readonly KeptTask[] }) {
  const state = useSignal<InboxState>("looking");
  const teacherKeys = tasks.flatMap(({ teacherKey }) => teacherKey ?? []);
  useEffect(
    () =>
      followInboxes({
        client: inbox,
        teacherKeys,
        onResults(handIns) {
          const now = classBook.value.value;
          const isNews = addFromInbox(now, handIns).handIns.length > now.handIns.length;
          if (isNews) classBook.change((book) => addFromInbox(book, handIns));
        },
        onState: (next) => (state.value = next),
        isSeen: () => !document.hidden,
        timers: systemTimers,
      }),
    [teacherKeys.join()],
  );
  const [only] = tasks;
  return (
    <div class="note no-print">
      <span class="text" role="status">
        {wordsOf(state.value)}
      </span>
      {tasks.length === 1 && only && <CloseInbox task={only} />}
    </div>
  );
}

function wordsOf(state: InboxState): string {
  if (state === "looking" || state === "waiting" || state === "over") return texts.results.inbox[state];
  return texts.results.inbox.unreachable;
}

function CloseInbox({ task }: { task: KeptTask }) {
  const asking = useSignal(false);
  const close = async () => {
    const problem = await inbox.close(task.teacherKey ?? "");
    if (problem) return;
    const { teacherKey: _, ...closed } = task;
    classBook.change((book) =>
      addTask({ ...book, tasks: book.tasks.filter((one) => one.encoded !== task.encoded) }, closed),
    );
  };
  if (!asking.value) {
    return (
      <button type="button" class="button quiet" onClick={() => (asking.value = true)}>
        {texts.results.inbox.close}
      </button>
    );
  }
  return (
    <>
      <span class="text">{texts.results.inbox.closeSure}</span>
      <button type="button" class="button danger" onClick={() => void close()}>
        {texts.results.inbox.closeYes}
      </button>
      <button type="button" class="button" onClick={() => (asking.value = false)}>
        {texts.common.cancel}
      </button>
    </>
  );
}
