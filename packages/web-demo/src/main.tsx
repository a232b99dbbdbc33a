import { render } from "preact";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/layout.css";
import "./styles/practice.css";
import "./styles/stage.css";
import "./styles/live.css";
import "./styles/help.css";
import "./styles/screens.css";
import "./styles/reading.css";
import "./styles/my-hand.css";
import "./styles/teaching.css";
import "./styles/narrow.css";
import "./styles/sizes.css";
import "./styles/forced-colors.css";
import "./styles/print.css";
import { App } from "./app.tsx";
import { followTheme } from "./shell/follow-theme.ts";
import { keepOffline } from "./shell/keep-offline.ts";
import { languageOf } from "./shell/language.ts";
import { followAddress } from "./shell/navigate.ts";
import { settings } from "./shell/page-settings.ts";
import { tellLanguage } from "./texts/tell-language.ts";
import { loadTexts } from "./texts/texts.ts";

followTheme(document.documentElement, settings);
followAddress();
void begin();

async function begin() {
  await loadTexts(languageOf(settings.value.language, navigator.languages));
  tellLanguage(document);
  const root = document.getElementById("app");
  if (root) render(<App />, root);
  keepOffline();
}
