import { signal } from "@preact/signals";
import { browserStorage } from "./browser-storage.ts";

/** Where hands and letters are found, which is what leaves the device. */
export const places = ["device", "landmarks", "pictures"] as const;

/** One of {@link places}: nothing, hand points, or pictures. */
export type Place = (typeof places)[number];

/** What a person sets once. */
export type Settings = {
  place: Place;
  /** `deviceId` of the chosen camera; empty for the usual one. */
  camera: string;
  hand: "right" | "left";
  theme: "system" | "light" | "dark";
  figures: boolean;
  nickname: string;
};

/** Nothing leaves the device until somebody says so. */
export const defaultSettings: Settings = {
  place: "device",
  camera: "",
  hand: "right",
  theme: "system",
  figures: false,
  nickname: "",
};

const key = "signify.settings";

/** Reads stored settings; anything odd in them falls back to the default. */
export function readSettings(text: string | null): Settings {
  let value: unknown;
  try {
    value = JSON.parse(text ?? "null");
  } catch {
    value = null;
  }
  const stored: Partial<Record<keyof Settings, unknown>> =
    typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
  const oneOf = <Choice extends string>(choice: unknown, choices: readonly Choice[], fallback: Choice) =>
    choices.find((one) => one === choice) ?? fallback;
  const shortText = (choice: unknown, longest: number) =>
    typeof choice === "string" && choice.length <= longest ? choice : "";
  return {
    place: oneOf(stored.place, places, defaultSettings.place),
    camera: shortText(stored.camera, 512),
    hand: oneOf(stored.hand, ["right", "left"], defaultSettings.hand),
    theme: oneOf(stored.theme, ["system", "light", "dark"], defaultSettings.theme),
    figures: stored.figures === true,
    nickname: shortText(stored.nickname, 40),
  };
}

/** The settings in force. */
export const settings = signal<Settings>(load());

/** Changes settings and keeps them in this browser. */
export function changeSettings(changes: Partial<Settings>): void {
  settings.value = { ...settings.value, ...changes };
  try {
    browserStorage()?.setItem(key, JSON.stringify(settings.value));
  } catch {}
}

/** Forgets the settings. */
export function deleteSettings(): void {
  settings.value = defaultSettings;
  try {
    browserStorage()?.removeItem(key);
  } catch {}
}

function load(): Settings {
  const storage = browserStorage();
  try {
    return readSettings(storage?.getItem(key) ?? null);
  } catch {
    return defaultSettings;
  }
}
