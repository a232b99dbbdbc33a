import { changeSettings, settings } from "../shell/page-settings.ts";
import { nicknameLength } from "../shell/settings.ts";
import type { Task } from "../tasks/task.ts";
import { taskCode } from "../tasks/task-link.ts";
import { texts } from "../texts/texts.ts";

/** Options of {@link TaskIntro}. */
export type TaskIntroProps = {
  task: Task;
  /** Items that are done, where the task was begun before. */
  done: number | undefined;
  /** Begins, or goes on where the task was begun. */
  onBegin: () => void;
  onStartAgain: () => void;
};

/** What a task asks for, before it begins or goes on. */
export function TaskIntro({ task, done, onBegin, onStartAgain }: TaskIntroProps) {
  const isBegun = done !== undefined;
  return (
    <div class="screen narrow">
      <form
        class="card form"
        onSubmit={(event) => {
          event.preventDefault();
          onBegin();
        }}
      >
        <header class="screen-head">
          <h1>{task.title || texts.task.titleless}</h1>
          <p class="soft">
            {task.group && `${texts.results.showGroup(task.group)}. `}
            {texts.task.intro(task.items.length)} {texts.task.code(taskCode(task))}.
          </p>
        </header>
        {isBegun && <p class="note">{texts.task.goOnHint(done + 1, task.items.length)}</p>}
        {task.order === "given" && (
          <ul class="task-items">
            {task.items.map((item, index) => (
              <li key={index}>{item}</li>
            ))}
          </ul>
        )}
        <div class="field">
          <label for="nickname">{texts.task.nickname}</label>
          <input
            id="nickname"
            type="text"
            maxLength={nicknameLength}
            autoComplete="nickname"
            value={settings.value.nickname}
            aria-describedby="nickname-hint"
            onInput={(event) => changeSettings({ nickname: event.currentTarget.value })}
          />
          <p id="nickname-hint" class="hint">
            {texts.task.nicknameHint}
          </p>
        </div>
        <div class="button-row">
          <button type="submit" class="button primary large">
            {isBegun ? texts.task.goOn : texts.task.begin}
          </button>
          {isBegun && (
            <button type="button" class="button quiet" onClick={onStartAgain}>
              {texts.task.startAgain}
            </button>
          )}
        </div>
      </form>
    </div>
  );
}
