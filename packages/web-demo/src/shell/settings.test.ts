import { expect, test } from "bun:test";
import { defaultSettings, type Settings, settingsOf } from "./settings.ts";

test("nothing leaves the device until somebody says so", () => {
  expect(defaultSettings.place).toBe("device");
  for (const value of [null, undefined, "", [], 7, { place: "everything" }, { place: 7 }]) {
    expect(settingsOf(value)).toEqual(defaultSettings);
  }
});

test("settings come back as they were kept", () => {
  const kept: Settings = {
    ...defaultSettings,
    place: "pictures",
    camera: "front",
    hand: "left",
    handAsked: true,
    skinTone: "umber",
    theme: "dark",
    language: "es",
    figures: true,
    nickname: "Ada",
  };
  expect(settingsOf(kept)).toEqual(kept);
});

test("one odd setting leaves the others as they were kept", () => {
  const odd = {
    place: "landmarks",
    hand: "third",
    skinTone: "green",
    theme: 7,
    language: "Klingon",
    figures: "yes",
    nickname: "x".repeat(41),
  };
  expect(settingsOf(odd)).toEqual({ ...defaultSettings, place: "landmarks" });
  expect(settingsOf({ camera: "x".repeat(513) }).camera).toBe("");
});
