import { skinTones } from "../reference-hand/skin-tones.ts";
import { changeSettings, settings } from "../shell/page-settings.ts";
import { skinToneNames } from "../shell/settings.ts";
import { texts } from "../texts/texts.ts";

/** The skin of the hand that shows letters. */
export function SkinTonePicker() {
  return (
    <fieldset class="group">
      <legend>{texts.settings.skinTone}</legend>
      <div class="choices">
        {skinToneNames.map((tone) => (
          <label key={tone} class="choice" title={texts.settings.skinTones[tone]}>
            <input
              type="radio"
              name="skinTone"
              aria-label={texts.settings.skinTones[tone]}
              checked={settings.value.skinTone === tone}
              onChange={() => changeSettings({ skinTone: tone })}
            />
            <span class="skin-tone" style={{ background: skinTones[tone] }} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
