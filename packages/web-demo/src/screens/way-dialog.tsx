import { Choices } from "../controls/choices.tsx";
import { Sheet } from "../controls/sheet.tsx";
import { levelOf } from "../progress/letters-to-practice.ts";
import { isLevelOpen, levels } from "../progress/levels.ts";
import { progress } from "../progress/page-progress.ts";
import { knownLetters } from "../progress/progress.ts";
import { type PracticeWay, practiceWays } from "../shell/learning-settings.ts";
import { changeSettings, settings } from "../shell/page-settings.ts";
import { texts } from "../texts/texts.ts";

/** Options of {@link WayDialog}: `onChoose` is told another way, which is in force by then. */
export type WayDialogProps = { onClose: () => void; onChoose: (way: PracticeWay) => void };

/** Chooses which letters are practiced, and whether with the picture of the hand. */
export function WayDialog({ onClose, onChoose }: WayDialogProps) {
  const { way, openAll, recall } = settings.value;
  const known = new Set(knownLetters(progress.value));
  return (
    <Sheet title={texts.ways.title} onClose={onClose}>
      <Choices
        tall
        legend={texts.ways.letters}
        name="way"
        value={way}
        options={practiceWays.map((value) => {
          const level = levelOf(value);
          const closed = level !== undefined && value !== way && !isLevelOpen(level, known, openAll);
          return { value, name: wayName(value), ...hint(value, closed), disabled: closed };
        })}
        onChange={(next) => {
          changeSettings({ way: next });
          onChoose(next);
        }}
      />
      <label class="choice tall">
        <input
          type="checkbox"
          checked={recall}
          onChange={(event) => changeSettings({ recall: event.currentTarget.checked })}
        />
        <span>
          <span class="name">{texts.ways.recall}</span>
          <span class="text">{texts.ways.recallHint}</span>
        </span>
      </label>
    </Sheet>
  );
}

/** What a way of practicing is called. */
export function wayName(way: PracticeWay): string {
  const level = levelOf(way);
  if (level !== undefined) return texts.ways.level(level + 1);
  return way === "weak" ? texts.ways.weak : texts.ways.all;
}

function hint(way: PracticeWay, closed: boolean): { text?: string } {
  if (way === "weak") return { text: texts.ways.weakHint };
  const level = levelOf(way);
  if (level === undefined) return {};
  const letters = levels[level] ?? [];
  const list = letters.join(" ");
  if (closed) return { text: texts.ways.levelClosed(list, level) };
  const known = new Set(knownLetters(progress.value));
  const done = letters.filter((letter) => known.has(letter)).length;
  return { text: texts.ways.levelHint(list, done, letters.length) };
}
