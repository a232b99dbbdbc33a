import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { texts } from "../texts/texts.ts";
import type { ClassRoute } from "./class-route.ts";

type Loading = { Screens: ComponentType<{ route: ClassRoute }> } | "failed" | undefined;

/** A screen of classes. They are loaded when one is opened, because who practices alone does not need them. */
export function ClassScreen({ route }: { route: ClassRoute }) {
  const loading = useSignal<Loading>(undefined);
  useEffect(() => {
    import("./class-screens.tsx").then(
      ({ ClassScreens }) => (loading.value = { Screens: ClassScreens }),
      () => (loading.value = "failed"),
    );
  }, []);
  const now = loading.value;
  if (now === undefined) return null;
  if (now !== "failed") return <now.Screens route={route} />;
  return (
    <div class="screen narrow">
      <p class="note bad">{texts.problems.other}</p>
    </div>
  );
}
