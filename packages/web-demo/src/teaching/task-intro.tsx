import { changeSettings, settings } from "../shell/page-settings.ts";
import { nicknameLength } from "../shell/settings.ts";
import type { Task } from "../tasks/task.ts";
import { taskCode } from "../tasks/task-link.ts";
import { texts } from "../texts/texts.ts";

/** What a task asks for, before it begins. */
export function TaskIntro({ task, onBegin }: { task: Task; onBegin: () => void }) {
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
            {texts.task.intro(task.items.length)} {texts.task.code(taskCode(task))}.
          </p>
        </header>
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
            {texts.task.begin}
          </button>
        </div>
      </form>
    </div>
  );
}
