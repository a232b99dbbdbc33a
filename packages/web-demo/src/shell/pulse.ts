import { settings } from "./page-settings.ts";

/** Has a phone that can vibrate, unless that is switched off. Times on and off take turns, in milliseconds. */
export function pulse(...times: number[]): void {
  if (settings.value.vibrate) globalThis.navigator?.vibrate?.(times);
}
