import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { saveFile } from "../controls/save-file.ts";
import { handOf } from "../kept-hand/hand-of.ts";
import { handStore } from "../kept-hand/page-hand.ts";
import { announce } from "../shell/announcer.tsx";
import { texts } from "../texts/texts.ts";

/** Save, load and delete how the learner signs. */
export function HandFile() {
  const input = useRef<HTMLInputElement>(null);
  const problem = useSignal<string | undefined>(undefined);
  const asking = useSignal(false);
  const { value: hand } = handStore.hand;

  const load = async (file: File | undefined) => {
    if (!file) return;
    const loaded = handOf(parse(await file.text()));
    problem.value = loaded ? undefined : texts.myHand.badFile;
    if (!loaded) return;
    handStore.keepHand(loaded);
    announce(texts.myHand.loaded(Object.keys(loaded.letters).length));
  };

  return (
    <>
      <div class="button-row">
        {hand && (
          <button
            type="button"
            class="button"
            onClick={() => saveFile(texts.myHand.fileName, "application/json", JSON.stringify(hand))}
          >
            {texts.myHand.save}
          </button>
        )}
        <button type="button" class="button" onClick={() => input.current?.click()}>
          {texts.myHand.load}
        </button>
        {hand && (
          <button type="button" class="button danger" onClick={() => (asking.value = true)}>
            {texts.myHand.remove}
          </button>
        )}
        <input
          ref={input}
          hidden
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = "";
            void load(file);
          }}
        />
      </div>
      {problem.value && (
        <p class="note bad" role="alert">
          <Icon name="warning" />
          <span class="text">{problem.value}</span>
        </p>
      )}
      {hand && asking.value && (
        <div class="note bad" role="alert">
          <p class="text">{texts.myHand.removeSure}</p>
          <button
            type="button"
            class="button danger"
            onClick={() => {
              handStore.forgetHand();
              asking.value = false;
              announce(texts.myHand.removed);
            }}
          >
            {texts.myHand.removeYes}
          </button>
          <button type="button" class="button" onClick={() => (asking.value = false)}>
            {texts.common.cancel}
          </button>
        </div>
      )}
    </>
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
