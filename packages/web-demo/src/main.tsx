import { render } from "preact";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/layout.css";
import "./styles/screens.css";
import "./styles/print.css";
import { App } from "./app.tsx";
import { keepOffline } from "./offline/keep-offline.ts";
import { followAddress } from "./routing/navigate.ts";
import { followTheme } from "./settings/theme.ts";

followTheme(document.documentElement);
followAddress();
const root = document.getElementById("app");
if (root) render(<App />, root);
keepOffline();
