import { Window } from "happy-dom";
import { replaceGlobal } from "./replace-global.ts";

/** Gives this runtime a document, as what renders in one needs it, and answers how to take it away again. */
export function installDocument(): () => void {
  const window = new Window({ url: "https://app.example/learn/" });
  // It takes a stream of its own class alone, and shows none anyway.
  Object.defineProperty(window.HTMLMediaElement.prototype, "srcObject", { value: null, writable: true });
  const removals = [
    replaceGlobal("window", window),
    replaceGlobal("document", window.document),
    replaceGlobal("IS_REACT_ACT_ENVIRONMENT", true),
  ];
  return () => {
    for (const remove of removals) remove();
    void window.happyDOM.close();
  };
}
