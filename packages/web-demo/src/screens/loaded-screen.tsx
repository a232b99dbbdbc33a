import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { texts } from "../texts/texts.ts";

/** Options of {@link LoadedScreen}. */
export type LoadedScreenProps<Props> = { load: () => Promise<ComponentType<Props>>; props: Props };

/** A screen that is loaded when it is opened: the first letter does not wait for it. Give it a `key` for another one. */
export function LoadedScreen<Props extends object>({ load, props }: LoadedScreenProps<Props>) {
  const loaded = useSignal<{ Screen: ComponentType<Props> } | "failed" | undefined>(undefined);
  useEffect(() => {
    load().then(
      (Screen) => (loaded.value = { Screen }),
      () => (loaded.value = "failed"),
    );
  }, []);
  const now = loaded.value;
  if (now === undefined) return null;
  if (now !== "failed") return <now.Screen {...props} />;
  return (
    <div class="screen narrow">
      <p class="note bad">{texts.problems.other}</p>
    </div>
  );
}
