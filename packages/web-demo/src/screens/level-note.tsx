import { levelOf } from "../progress/letters-to-practice.ts";
import { isLevelDone, levels } from "../progress/levels.ts";
import { progress } from "../progress/page-progress.ts";
import { knownLetters } from "../progress/progress.ts";
import { practiceWays } from "../shell/learning-settings.ts";
import { navigate } from "../shell/navigate.ts";
import { changeSettings, settings } from "../shell/page-settings.ts";
import { texts } from "../texts/texts.ts";

/** Says that a level is done, and leads on to the next one. */
export function LevelNote() {
  const level = levelOf(settings.value.way);
  if (level === undefined || !isLevelDone(level, new Set(knownLetters(progress.value)))) return null;
  const next = practiceWays.find((way) => levelOf(way) === level + 1);
  const first = levels[level + 1]?.[0];
  if (!next || !first) return <p role="status">{texts.ways.allDone}</p>;
  return (
    <p role="status">
      <button
        type="button"
        class="button primary"
        onClick={() => {
          changeSettings({ way: next });
          navigate({ screen: "practice", letter: first });
        }}
      >
        {texts.ways.next(level + 2)}
      </button>
    </p>
  );
}
