import type { RecognizerSettings } from "@signify/core";
import { readSettings, recognizerSettings } from "@signify/server/settings";
import type { VisionSettings } from "@signify/vision";
import { visionSettings } from "@signify/workers/settings";

/** How a command reads: as a server with these settings would, but with a reply to every frame. */
export type ReadingSettings = { vision: VisionSettings; recognizer: RecognizerSettings };

/** Reads the server's settings from the environment. @throws SettingError with one sentence that names a bad one. */
export function readingSettings(environment: Record<string, string | undefined>): ReadingSettings {
  const settings = readSettings(environment);
  const throttle = { minInterval: 0, probabilityThreshold: 0 };
  return { vision: visionSettings(settings), recognizer: { ...recognizerSettings(settings), throttle } };
}
