import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Route } from "../shell/route.ts";
import { texts } from "../texts/texts.ts";

/** The screens of classes: their tasks and results. */
type ClassRoute = Extract<Route, { screen: "task" | "teach" | "results" | "hand-in" | "inbox" }>;

/** A screen of classes. They are loaded when one is opened, because who practices alone does not need them. */
export function ClassScreen({ route }: { route: ClassRoute }) {
  const screens = useSignal<typeof import("./class-screens.ts") | "failed" | undefined>(undefined);
  useEffect(() => {
    import("./class-screens.ts").then(
      (loaded) => (screens.value = loaded),
      () => (screens.value = "failed"),
    );
  }, []);
  const loaded = screens.value;
  if (loaded === "failed") {
    return (
      <div class="screen narrow">
        <p class="note bad">{texts.problems.other}</p>
      </div>
    );
  }
  if (!loaded) return null;
  switch (route.screen) {
    case "task":
      return <loaded.TaskScreen encoded={route.encoded} />;
    case "teach":
      return <loaded.TeachScreen />;
    case "results":
      return <loaded.ResultsScreen task={route.task} />;
    case "hand-in":
      return <loaded.HandInScreen code={route.code} />;
    case "inbox":
      return <loaded.InboxScreen teacherKey={route.teacherKey} encoded={route.encoded} />;
  }
}
