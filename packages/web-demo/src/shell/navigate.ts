import { signal } from "@preact/signals";
import { type Route, readRoute, routeHash } from "./route.ts";

/** The screen that is shown. */
export const route = signal<Route>(readRoute(globalThis.location?.hash ?? ""));

/** Follows the address; call it once. */
export function followAddress(): void {
  addEventListener("hashchange", () => {
    route.value = readRoute(location.hash);
  });
}

/**
 * Goes to a screen, unless somebody has gone elsewhere a moment ago, of which the browser tells a little later. Letters of the practice
 * replace each other, so that "back" leaves the practice.
 */
export function navigate(to: Exclude<Route, { screen: "not-found" }>): void {
  if (readRoute(location.hash).screen !== route.value.screen) return;
  const hash = routeHash(to);
  if (to.screen === "practice" && route.value.screen === "practice") {
    history.replaceState(null, "", hash);
    route.value = to;
  } else {
    location.hash = hash;
  }
}
