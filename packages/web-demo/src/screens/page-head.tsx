import { useSignal } from "@preact/signals";
import { Icon, type IconName } from "../controls/icon.tsx";
import { route } from "../shell/navigate.ts";
import { type Route, routeHash } from "../shell/route.ts";
import { texts } from "../texts/texts.ts";
import { SettingsDialog } from "./settings-dialog.tsx";

const screens = ["practice", "word", "read", "free", "speed", "progress", "teach"] as const;
const partOf: Partial<Record<Route["screen"], (typeof screens)[number]>> = {
  results: "teach",
  "hand-in": "teach",
  inbox: "teach",
};

/** The name, the screens, and the settings. On a phone the screens are at the bottom, where thumbs are. */
export function PageHead() {
  const open = useSignal(false);
  const now = partOf[route.value.screen] ?? route.value.screen;
  return (
    <header class="page-head no-print">
      <a class="brand" href={routeHash({ screen: "practice" })}>
        <span class="brand-mark" aria-hidden="true">
          <Icon name="practice" size={22} />
        </span>
        {texts.name}
      </a>
      <nav class="page-nav" aria-label={texts.navigation.label}>
        <ul>
          {screens.map((screen) => (
            <li key={screen}>
              <a href={routeHash({ screen })} aria-current={screen === now ? "page" : undefined}>
                <Icon name={screen satisfies IconName} size={22} />
                <span>{texts.navigation[screen]}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="page-tools">
        <button type="button" class="button quiet" aria-haspopup="dialog" onClick={() => (open.value = true)}>
          <Icon name="settings" size={22} />
          <span>{texts.navigation.settings}</span>
        </button>
      </div>
      {open.value && <SettingsDialog onClose={() => (open.value = false)} />}
    </header>
  );
}
