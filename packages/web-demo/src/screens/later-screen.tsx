import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { texts } from "../texts/texts.ts";

/** Screens that are loaded when they are opened: the first letter does not wait for them. */
const loaders = {
  read: () => import("./read-screen.tsx").then(({ ReadScreen }) => ReadScreen),
  speed: () => import("./speed-screen.tsx").then(({ SpeedScreen }) => SpeedScreen),
  progress: () => import("./progress-screen.tsx").then(({ ProgressScreen }) => ProgressScreen),
  about: () => import("./about-screen.tsx").then(({ AboutScreen }) => AboutScreen),
} satisfies Record<string, () => Promise<ComponentType>>;

/** One of the screens that are loaded when they are opened. Give it a `key`. */
export function LaterScreen({ screen }: { screen: keyof typeof loaders }) {
  const loaded = useSignal<{ Screen: ComponentType } | "failed" | undefined>(undefined);
  useEffect(() => {
    loaders[screen]().then(
      (Screen) => (loaded.value = { Screen }),
      () => (loaded.value = "failed"),
    );
  }, []);
  if (loaded.value === "failed") {
    return (
      <div class="screen narrow">
        <p class="note bad">{texts.problems.other}</p>
      </div>
    );
  }
  return loaded.value ? <loaded.value.Screen /> : null;
}
