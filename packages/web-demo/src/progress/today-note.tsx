import { useEffect } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { texts } from "../texts/texts.ts";
import { today } from "./page-progress.ts";

/** How far today's goal is, and the days in a row; nothing without a goal. */
export function TodayNote() {
  // The page may have been open since yesterday.
  useEffect(today.look, []);
  const { count, goal, reached, streak } = today.state.value;
  if (goal === 0) return null;
  return (
    <p class="today-note">
      <span>
        {reached && <Icon name="check" size={16} />}
        {texts.today.count(count, goal)}
      </span>
      {streak > 0 && <span>{texts.today.streak(streak)}</span>}
    </p>
  );
}
