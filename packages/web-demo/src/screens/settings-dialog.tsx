import { Choices } from "../controls/choices.tsx";
import { Icon } from "../controls/icon.tsx";
import { Sheet } from "../controls/sheet.tsx";
import { handStore } from "../kept-hand/page-hand.ts";
import { HandFile } from "../my-hand/hand-file.tsx";
import { teachable } from "../my-hand/teachable.ts";
import { hasServer } from "../shell/has-server.ts";
import { type Language, languageNames, languages } from "../shell/language.ts";
import { changeSettings, settings } from "../shell/page-settings.ts";
import { routeHash } from "../shell/route.ts";
import { places } from "../shell/settings.ts";
import { texts } from "../texts/texts.ts";
import { CameraPicker } from "./camera-picker.tsx";
import { LearningChoices } from "./learning-choices.tsx";
import { SkinTonePicker } from "./skin-tone-picker.tsx";

/** Everything that a person sets once; privacy first. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const now = settings.value;
  return (
    <Sheet title={texts.settings.title} onClose={onClose}>
      {hasServer ? (
        <Choices
          tall
          legend={texts.settings.privacy}
          name="place"
          value={now.place}
          options={places.map((place) => ({ value: place, ...texts.settings.places[place] }))}
          onChange={(place) => changeSettings({ place })}
        />
      ) : (
        <p class="note">
          <Icon name="shield" />
          <span class="text">{texts.settings.noServer}</span>
        </p>
      )}
      <Choices
        legend={texts.settings.language}
        name="language"
        value={texts.language}
        options={languages.map((value) => ({ value, name: languageNames[value], lang: value }))}
        onChange={chooseLanguage}
      />
      <CameraPicker />
      <LearningChoices />
      <SkinTonePicker />
      <section class="group">
        <h3>{texts.myHand.title}</h3>
        <p>
          {texts.myHand.taught(Object.keys(handStore.hand.value?.letters ?? {}).length, teachable.length)}
        </p>
        <HandFile />
        <a href={routeHash({ screen: "hand" })} onClick={onClose}>
          {texts.settings.myHand}
        </a>
      </section>
      <Choices
        legend={texts.settings.theme}
        name="theme"
        value={now.theme}
        options={(["system", "light", "dark"] as const).map((value) => ({
          value,
          name: texts.settings.themes[value],
        }))}
        onChange={(theme) => changeSettings({ theme })}
      />
      <label class="choice">
        <input
          type="checkbox"
          checked={now.figures}
          onChange={(event) => changeSettings({ figures: event.currentTarget.checked })}
        />
        <span class="name">{texts.settings.figures}</span>
      </label>
      <a href={routeHash({ screen: "about" })} onClick={onClose}>
        {texts.navigation.about}
      </a>
    </Sheet>
  );
}

/** Every screen is written when the page begins, so it begins again; a task in progress is kept. */
function chooseLanguage(language: Language) {
  changeSettings({ language });
  location.reload();
}
