import { routeHash } from "../shell/route.ts";
import type { TaskLinkProblem } from "../tasks/task-link.ts";
import { texts } from "../texts/texts.ts";

/** Says why a link holds no task. */
export function BadTask({ problem }: { problem: TaskLinkProblem }) {
  return (
    <div class="screen narrow">
      <section class="card result">
        <h1>{texts.problems.title}</h1>
        <p>{texts.task.problems[problem]}</p>
        <div class="button-row">
          <a class="button primary" href={routeHash({ screen: "practice" })}>
            {texts.task.toPractice}
          </a>
        </div>
      </section>
    </div>
  );
}
