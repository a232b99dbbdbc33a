import { replaceGlobal } from "./replace-global.ts";
import { replaceProperty } from "./replace-property.ts";

/** Whether a page can be seen, told by a test. */
export type FakePage = {
  hide(hidden: boolean): void;
  /** Has the document say so; where there is none, one that says nothing else. */
  install(): () => void;
};

/** Makes a {@link FakePage} that is shown. */
export function createFakePage(): FakePage {
  let state: DocumentVisibilityState = "visible";
  let page: EventTarget | undefined;

  return {
    hide(hidden) {
      state = hidden ? "hidden" : "visible";
      page?.dispatchEvent(new Event("visibilitychange"));
    },
    install() {
      const known = typeof document !== "undefined";
      const shown = known ? document : new EventTarget();
      page = shown;
      const undo = [
        replaceProperty(shown, "visibilityState", { get: () => state }),
        replaceProperty(shown, "hidden", { get: () => state === "hidden" }),
      ];
      if (!known) undo.push(replaceGlobal("document", shown));
      return () => {
        page = undefined;
        for (const one of undo) one();
      };
    },
  };
}
