import { useEffect, useRef } from "preact/hooks";
import { CopyButton } from "../controls/copy-button.tsx";
import { routeHash } from "../shell/route.ts";
import type { Task } from "../tasks/task.ts";
import { encodeTask, taskCode } from "../tasks/task-link.ts";
import { texts } from "../texts/texts.ts";
import { ScanCode } from "./scan-code.tsx";

/** A task as a link, a code to scan and a class code. */
export function ShareTask({ task }: { task: Task }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const hash = routeHash({ screen: "task", encoded: encodeTask(task) });
  const address = `${location.origin}${location.pathname}${hash}`;
  const code = taskCode(task);
  useEffect(() => heading.current?.focus(), [address]);
  return (
    <section class="card share" aria-labelledby="share-title">
      <h2 ref={heading} id="share-title" tabIndex={-1}>
        {task.title || texts.teach.share}
      </h2>
      <p class="soft">{texts.teach.summary(task.items.join("").length, task.items.length)}</p>
      <div class="share-codes">
        <ScanCode text={address} label={texts.teach.scan} />
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
        <a class="button quiet" href={hash}>
          {texts.teach.open}
        </a>
      </div>
    </section>
  );
}
