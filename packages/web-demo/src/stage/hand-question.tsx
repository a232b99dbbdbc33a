import { changeSettings, settings } from "../shell/page-settings.ts";
import { texts } from "../texts/texts.ts";

/** Asks once which hand somebody signs with, then how the model is to be shown; both stand in the settings as well. */
export function HandQuestion() {
  const { handAsked, viewAsked } = settings.value;
  if (!handAsked) {
    return (
      <Question
        text={texts.question.hand}
        answers={(["left", "right"] as const).map((hand) => ({
          name: texts.settings.hands[hand],
          onClick: () => changeSettings({ hand, handAsked: true }),
        }))}
      />
    );
  }
  if (viewAsked) return null;
  return (
    <Question
      text={texts.question.view}
      answers={(["mirror", "front"] as const).map((view) => ({
        name: texts.question.views[view],
        onClick: () => changeSettings({ view, viewAsked: true }),
      }))}
    />
  );
}

function Question({
  text,
  answers,
}: {
  text: string;
  answers: readonly { name: string; onClick: () => void }[];
}) {
  return (
    <fieldset class="hand-question">
      <legend>{text}</legend>
      <div class="button-row">
        {answers.map(({ name, onClick }) => (
          <button key={name} type="button" class="stage-button outlined" onClick={onClick}>
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
