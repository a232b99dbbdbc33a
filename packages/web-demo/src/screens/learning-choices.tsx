import { Choices } from "../controls/choices.tsx";
import { dailyGoals } from "../shell/learning-settings.ts";
import { changeSettings, settings } from "../shell/page-settings.ts";
import { texts } from "../texts/texts.ts";

/** How somebody wants to learn, in the settings: their hand, the model, the goal, levels and vibration. */
export function LearningChoices() {
  const now = settings.value;
  return (
    <>
      <Choices
        legend={texts.settings.hand}
        name="hand"
        value={now.hand}
        options={(["right", "left"] as const).map((value) => ({ value, name: texts.settings.hands[value] }))}
        onChange={(hand) => changeSettings({ hand, handAsked: true })}
      />
      <Choices
        legend={texts.settings.view}
        name="view"
        value={now.view}
        options={(["mirror", "front"] as const).map((value) => ({
          value,
          name: texts.question.views[value],
        }))}
        onChange={(view) => changeSettings({ view, viewAsked: true })}
      />
      <Choices
        legend={texts.today.goal}
        name="goal"
        value={String(now.goal)}
        options={dailyGoals.map((goal) => ({ value: String(goal), name: texts.today.goals[goal] }))}
        onChange={(value) => changeSettings({ goal: dailyGoals.find((goal) => String(goal) === value) ?? 0 })}
      />
      <div class="group">
        <Switch
          name={texts.settings.openAll}
          checked={now.openAll}
          onChange={(openAll) => changeSettings({ openAll })}
        />
        {"vibrate" in navigator && (
          <Switch
            name={texts.settings.vibrate}
            checked={now.vibrate}
            onChange={(vibrate) => changeSettings({ vibrate })}
          />
        )}
      </div>
    </>
  );
}

function Switch(props: { name: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label class="choice">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class="name">{props.name}</span>
    </label>
  );
}
