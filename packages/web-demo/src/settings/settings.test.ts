import { expect, test } from "bun:test";
import { defaultSettings, readSettings } from "./settings.ts";

test("nothing leaves the device until somebody says so", () => {
  expect(defaultSettings.place).toBe("device");
  for (const text of [null, "", "{", "[]", "7", '{"place":"everything"}', '{"place":7}']) {
    expect(readSettings(text)).toEqual(defaultSettings);
  }
});

test("settings come back as they were kept", () => {
  const kept = {
    ...defaultSettings,
    place: "pictures",
    hand: "left",
    theme: "dark",
    figures: true,
    nickname: "Ada",
  };
  expect(readSettings(JSON.stringify(kept))).toEqual(kept as typeof defaultSettings);
});
