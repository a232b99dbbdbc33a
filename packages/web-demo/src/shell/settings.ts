import type { Where } from "@signify/client-sdk/on-device";
import { type SkinTone, skinTones } from "../reference-hand/skin-tones.ts";
import { isRecord } from "./is-record.ts";
import { type Language, languages } from "./language.ts";
import { defaultLearning, type LearningSettings, learningOf } from "./learning-settings.ts";
import { oneOf } from "./one-of.ts";

/** Where hands and letters are found, which is what leaves the device: nothing, hand points, or pictures. */
export const places = ["device", "landmarks", "pictures"] as const satisfies readonly Where[];

/** What a person sets once. */
export type Settings = LearningSettings & {
  place: Where;
  /** `deviceId` of the chosen camera; empty for the usual one. */
  camera: string;
  /** Of the hand that shows letters. */
  skinTone: SkinTone;
  theme: "system" | "light" | "dark";
  /** "browser": the first of the browser's languages that the page speaks. */
  language: Language | "browser";
  figures: boolean;
  nickname: string;
};

/** Nothing leaves the device until somebody says so. */
export const defaultSettings: Settings = {
  ...defaultLearning,
  place: "device",
  camera: "",
  skinTone: "honey",
  theme: "system",
  language: "browser",
  figures: false,
  nickname: "",
};

/** Skin tones to choose from, light to dark. */
export const skinToneNames = Object.keys(skinTones) as SkinTone[];

/** Longest nickname. */
export const nicknameLength = 40;

/** Settings from a value that was kept; anything odd in it falls back to the default. */
export function settingsOf(value: unknown): Settings {
  const stored: Partial<Record<keyof Settings, unknown>> = isRecord(value) ? value : {};
  return {
    ...learningOf(value),
    place: oneOf(stored.place, places, defaultSettings.place),
    camera: shortText(stored.camera, 512),
    skinTone: oneOf(stored.skinTone, skinToneNames, defaultSettings.skinTone),
    theme: oneOf(stored.theme, ["system", "light", "dark"], defaultSettings.theme),
    language: oneOf(stored.language, ["browser", ...languages], defaultSettings.language),
    figures: stored.figures === true,
    nickname: shortText(stored.nickname, nicknameLength),
  };
}

function shortText(value: unknown, longest: number): string {
  return typeof value === "string" && value.length <= longest ? value : "";
}
