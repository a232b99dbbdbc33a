import { describe, expect, test } from "bun:test";
import { SettingError } from "@signify/service/settings";
import type { TSchema } from "@sinclair/typebox";
import { readSettings } from "./read-settings.ts";
import { Settings } from "./settings.ts";

test("an empty environment gives the documented defaults", () => {
  const settings = readSettings({});
  expect(settings).toMatchObject({
    WEBSOCKET_HOST: "0.0.0.0",
    WEBSOCKET_PORT: 8765,
    LOG_LEVEL: "info",
    THREAD_POOL_MAX_WORKERS: 4,
    KEYPOINT_BUFFER_SIZE: 32,
    SLIDING_WINDOW_SIZE: 5,
    THROTTLE_MIN_INTERVAL_MS: 75,
    THROTTLE_PROBABILITY_THRESHOLD: 0.03,
    MIN_DETECTION_CONFIDENCE: 0.5,
    MIN_TRACKING_CONFIDENCE: 0.5,
    MAX_NUM_HANDS: 2,
    LIVE_HAND_NETWORK: "int8",
    MAX_MESSAGE_BYTES: 1024 * 1024,
    MAX_PICTURE_SIDE: 4096,
    MAX_LIVE_PICTURE_SIDE: 1920,
    MAX_DECODED_SIDE: 1280,
    MAX_FRAMES_PER_SECOND: 60,
    TRUST_PROXY: false,
    ALLOWED_ORIGINS: [],
    ALLOWED_HOSTS: [],
    AUTH_TOKEN: "",
  });
  expect(Object.keys(settings)).toEqual(Object.keys(Settings.properties));
});

test("an empty text counts as unset", () => {
  expect(readSettings({ WEBSOCKET_PORT: "", LOG_LEVEL: "" })).toEqual(readSettings({}));
});

test("what is not a setting is left alone", () => {
  expect(readSettings({ HOME: "/root", MAX_PICTURES: "x" })).toEqual(readSettings({}));
});

test("texts are read as what the setting is", () => {
  expect(
    readSettings({
      WEBSOCKET_PORT: " 9000 ",
      THROTTLE_PROBABILITY_THRESHOLD: "0.5",
      TRUST_PROXY: "TRUE",
      LOG_LEVEL: "Warn",
      AUTH_TOKEN: "123",
    }),
  ).toMatchObject({
    WEBSOCKET_PORT: 9000,
    THROTTLE_PROBABILITY_THRESHOLD: 0.5,
    TRUST_PROXY: true,
    LOG_LEVEL: "warn",
    AUTH_TOKEN: "123",
  });
});

describe("PORT, as hosting services set it", () => {
  test("wins over WEBSOCKET_PORT", () => {
    expect(readSettings({ PORT: "80", WEBSOCKET_PORT: "9000" }).WEBSOCKET_PORT).toBe(80);
  });
  test("is the name in the sentence when it is what is wrong", () => {
    expect(() => readSettings({ PORT: "http" })).toThrow("PORT must be a whole number from 0 to 65535.");
    expect(() => readSettings({ PORT: "http" })).not.toThrow("WEBSOCKET_PORT");
  });
});

test.each<[string, string, string]>([
  ["WEBSOCKET_PORT", "65536", "a whole number from 0 to 65535"],
  ["WEBSOCKET_PORT", "-1", "a whole number from 0 to 65535"],
  ["WEBSOCKET_PORT", "80.5", "a whole number from 0 to 65535"],
  ["WEBSOCKET_PORT", "0x50", "a whole number from 0 to 65535"],
  ["WEBSOCKET_PORT", "1e3", "a whole number from 0 to 65535"],
  ["THROTTLE_PROBABILITY_THRESHOLD", "1.5", "a number from 0 to 1"],
  ["THROTTLE_PROBABILITY_THRESHOLD", "NaN", "a number from 0 to 1"],
  ["MIN_DETECTION_CONFIDENCE", "Infinity", "a number from 0 to 1"],
  ["MAX_NUM_HANDS", "3", "a whole number from 1 to 2"],
  ["MAX_NUM_HANDS", "", ""],
  ["TRUST_PROXY", "yes", "true or false"],
  ["TRUST_PROXY", "constructor", "true or false"],
  ["LOG_LEVEL", "loud", "one of debug, info, warn, error, silent"],
  [
    "ALLOWED_ORIGINS",
    "https://a.example, https://b.example/path",
    "web origins such as https://learn.example, or * for all, separated by commas",
  ],
  ["ALLOWED_HOSTS", "pi, https://nas", "host names without scheme and port, separated by commas"],
])("%s=%s", (name, value, expected) => {
  if (expected === "") return expect(() => readSettings({ [name]: value })).not.toThrow();
  expect(() => readSettings({ [name]: value })).toThrow(new SettingError(`${name} must be ${expected}.`));
});

test("a list is separated by commas, spaces and empty entries left out, each entry as it will be compared", () => {
  expect(
    readSettings({
      ALLOWED_ORIGINS: "https://A.example/, b.example ,",
      ALLOWED_HOSTS: ",Pi, signify.example",
    }),
  ).toMatchObject({
    ALLOWED_ORIGINS: ["https://a.example", "https://b.example", "http://b.example"],
    ALLOWED_HOSTS: ["pi", "signify.example"],
  });
});

test("a first reading cannot need more frames than the window holds", () => {
  expect(() => readSettings({ MIN_FRAMES: "16", KEYPOINT_BUFFER_SIZE: "8" })).toThrow(
    "MIN_FRAMES must not be greater than KEYPOINT_BUFFER_SIZE.",
  );
});

test("no sentence repeats the value: it may be a secret in the wrong place", () => {
  for (const [name, schema] of Object.entries(Settings.properties as Record<string, TSchema>)) {
    if (schema.type === "string") continue;
    try {
      readSettings({ [name]: "MARKER/MARKER" });
      throw new Error(`${name} accepted a text`);
    } catch (error) {
      expect((error as Error).message).toStartWith(`${name} must be `);
      expect((error as Error).message).not.toContain("MARKER");
    }
  }
});
