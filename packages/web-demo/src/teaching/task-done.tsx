import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { CopyButton } from "../controls/copy-button.tsx";
import { Icon } from "../controls/icon.tsx";
import { saveFile } from "../controls/save-file.ts";
import { fileNamePart } from "../handing-in/create-hand-in.ts";
import type { HandIn } from "../handing-in/hand-in.ts";
import { handInCode } from "../handing-in/hand-in-code.ts";
import { handInFile } from "../handing-in/hand-in-forms.ts";
import type { InboxProblem } from "../handing-in/inbox-client.ts";
import { changeOwnTask, keepDelivered } from "../handing-in/own-tasks.ts";
import { inbox } from "../handing-in/page-inbox.ts";
import { ownTasks } from "../handing-in/page-own-tasks.ts";
import { announce } from "../shell/announcer.tsx";
import { pageAddress } from "../shell/page-address.ts";
import { texts } from "../texts/texts.ts";
import { longestScan, ScanCode } from "./scan-code.tsx";

/** Options of {@link TaskDone}. */
export type TaskDoneProps = {
  handIn: HandIn;
  /** The part of the link that carries the task. */
  encoded: string;
  /** The learners' key of the task's inbox, if it has one. */
  learnerKey: string | undefined;
  /** Whether the inbox has it. */
  isDelivered: boolean;
  onAgain: () => void;
};

/** A task that is done: how it went, and how to hand it in. */
export function TaskDone({ handIn, encoded, learnerKey, isDelivered, onAgain }: TaskDoneProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const letters = handIn.results.flatMap((result) => result.letters);
  const passed = letters.filter((result) => result.outcome === "passed").length;
  const sentence = texts.task.doneText(passed, letters.length);
  useEffect(() => {
    heading.current?.focus();
    announce(sentence);
  }, []);
  return (
    <div class="screen narrow">
      <section class="card result">
        <h1 ref={heading} tabIndex={-1}>
          {texts.task.done}
        </h1>
        <p>
          {sentence} {texts.task.code(handIn.task)}. {texts.task.kept}
        </p>
        {!ownTasks.isKept.value && <NotKept />}
        {learnerKey && <Deliver {...{ handIn, encoded, learnerKey, isDelivered }} />}
        <GiveLink handIn={handIn} isSecond={learnerKey !== undefined} />
        <div class="button-row">
          <button type="button" class="button quiet" onClick={onAgain}>
            {texts.task.restart}
          </button>
        </div>
      </section>
    </div>
  );
}

function NotKept() {
  return (
    <p class="note bad" role="alert">
      <Icon name="warning" />
      <span class="text">{texts.common.notKept}</span>
    </p>
  );
}

function Deliver({
  handIn,
  encoded,
  learnerKey,
  isDelivered,
}: Omit<TaskDoneProps, "onAgain"> & { learnerKey: string }) {
  const state = useSignal<"idle" | "busy" | InboxProblem>("idle");
  const deliver = async () => {
    state.value = "busy";
    const problem = await inbox.deliver(learnerKey, handIn);
    state.value = problem ?? "idle";
    if (!problem) ownTasks.change((tasks) => changeOwnTask(tasks, encoded, keepDelivered(handIn.id)));
  };
  const now = state.value;
  if (isDelivered) {
    return (
      <p class="note" role="status">
        <Icon name="check" />
        <span class="text">{texts.task.delivered}</span>
      </p>
    );
  }
  return (
    <>
      <div class="button-row">
        <button
          type="button"
          class="button primary large"
          disabled={now === "busy"}
          onClick={() => void deliver()}
        >
          {now === "busy" ? texts.task.delivering : texts.task.deliver}
        </button>
      </div>
      {now !== "idle" && now !== "busy" && (
        <p class="note bad" role="alert">
          <Icon name="warning" />
          <span class="text">{texts.task.deliverProblems[now]}</span>
        </p>
      )}
    </>
  );
}

function GiveLink({ handIn, isSecond }: { handIn: HandIn; isSecond: boolean }) {
  const field = useRef<HTMLInputElement>(null);
  const link = pageAddress({ screen: "hand-in", code: handInCode(handIn) });
  const canScan = link.length <= longestScan;
  // Not in every browser, and not where the page has no TLS.
  const canShare = typeof navigator.share === "function";
  return (
    <>
      <h2>{isSecond ? texts.task.otherWays : texts.task.handIn}</h2>
      <p class="soft">{canScan ? texts.task.handInHint : texts.task.tooLongToScan}</p>
      {canScan && (
        <div class="hand-in-code">
          <ScanCode text={link} label={texts.task.scan} />
        </div>
      )}
      <div class="field">
        <label for="hand-in-link">{texts.task.link}</label>
        <input
          ref={field}
          id="hand-in-link"
          type="text"
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <div class="button-row">
        {canShare && (
          <button
            type="button"
            class={isSecond ? "button" : "button primary"}
            // Who closes the list of apps has changed their mind.
            onClick={() => void navigator.share({ title: handIn.title, url: link }).catch(() => {})}
          >
            {texts.task.share}
          </button>
        )}
        <CopyButton text={link} label={texts.task.copy} done={texts.task.copied} field={field} />
        <button
          type="button"
          class="button"
          onClick={() => {
            const name = texts.task.fileName(fileNamePart(handIn.learner), handIn.task);
            saveFile(name, "application/json", handInFile(handIn));
          }}
        >
          {texts.task.save}
        </button>
      </div>
    </>
  );
}
