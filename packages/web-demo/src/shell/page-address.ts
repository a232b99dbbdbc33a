import { type Route, routeHash } from "./route.ts";

/** The whole address of a screen of this page, to give to others. */
export function pageAddress(route: Exclude<Route, { screen: "not-found" }>): string {
  return `${location.origin}${location.pathname}${routeHash(route)}`;
}
