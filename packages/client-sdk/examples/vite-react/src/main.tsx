import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";

const place = document.getElementById("app");
if (!place) throw new Error('expected an element with the id "app"');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
