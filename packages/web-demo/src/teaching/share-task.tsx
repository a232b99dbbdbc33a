import { useEffect, useRef } from "preact/hooks";
import { CopyButton } from "../controls/copy-button.tsx";
import { pageAddress } from "../shell/page-address.ts";
import { routeHash } from "../shell/route.ts";
import type { Task } from "../tasks/task.ts";
import { encodeTask, taskCode } from "../tasks/task-link.ts";
import { texts } from "../texts/texts.ts";
import { longestScan, ScanCode } from "./scan-code.tsx";

/** Options of {@link ShareTask}. */
export type ShareTaskProps = {
  task: Task;
  /** The teacher's key to the task's inbox, if it has one. */
  teacherKey: string | undefined;
};

/** A task as a link, a code to scan and a class code. */
export function ShareTask({ task, teacherKey }: ShareTaskProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const encoded = encodeTask(task);
  const address = pageAddress({ screen: "task", encoded });
  const code = taskCode(task);
  useEffect(() => heading.current?.focus(), [address]);
  return (
    <section class="card share" aria-labelledby="share-title">
      <h2 ref={heading} id="share-title" tabIndex={-1}>
        {task.title || texts.teach.share}
      </h2>
      <p class="soft">
        {task.group && `${texts.results.showGroup(task.group)}. `}
        {texts.teach.summary(task.items.join("").length, task.items.length)}
      </p>
      <div class="share-codes">
        {address.length <= longestScan && <ScanCode text={address} label={texts.teach.scan} />}
        <div>
          <p class="share-label">{texts.teach.code}</p>
          <p class="share-code">{code}</p>
          <p class="soft small">{texts.teach.codeHint}</p>
        </div>
      </div>
      <div class="field">
        <label for="task-link">{texts.teach.link}</label>
        <input
          ref={field}
          id="task-link"
          type="text"
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <div class="button-row no-print">
        <CopyButton text={address} label={texts.teach.copy} done={texts.teach.copied} field={field} />
        <button type="button" class="button" onClick={() => print()}>
          {texts.teach.print}
        </button>
        <a class="button" href={routeHash({ screen: "results", task: code })}>
          {texts.teach.results}
        </a>
        <a class="button quiet" href={routeHash({ screen: "task", encoded })}>
          {texts.teach.open}
        </a>
      </div>
      {teacherKey && <TeacherLink address={pageAddress({ screen: "inbox", teacherKey, encoded })} />}
    </section>
  );
}

function TeacherLink({ address }: { address: string }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div class="field no-print">
      <label for="teacher-link">{texts.teach.teacherLink}</label>
      <input
        ref={field}
        id="teacher-link"
        type="text"
        readOnly
        value={address}
        aria-describedby="teacher-link-hint"
        onFocus={(event) => event.currentTarget.select()}
      />
      <p id="teacher-link-hint" class="hint">
        {texts.teach.teacherLinkHint}
      </p>
      <div class="button-row">
        <CopyButton
          text={address}
          label={texts.teach.copyTeacherLink}
          done={texts.teach.copied}
          field={field}
        />
      </div>
    </div>
  );
}
