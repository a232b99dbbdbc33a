import { render } from "preact";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/layout.css";
import "./styles/screens.css";
import "./styles/print.css";
import { App } from "./app.tsx";
import { followTheme } from "./shell/follow-theme.ts";
import { keepOffline } from "./shell/keep-offline.ts";
import { followAddress } from "./shell/navigate.ts";
import { settings } from "./shell/page-settings.ts";

followTheme(document.documentElement, settings);
followAddress();
const root = document.getElementById("app");
if (root) render(<App />, root);
keepOffline();
