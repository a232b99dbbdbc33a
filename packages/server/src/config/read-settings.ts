import { type Environment, readEnvironment, SettingError } from "@signify/service/settings";
import { Settings } from "./settings.ts";

/**
 * Reads the server's settings from the environment; what is unset or empty has its default.
 * @throws SettingError with one sentence that names the setting and what was expected (never its value: it may be secret).
 */
export function readSettings(environment: Environment): Settings {
  const settings = readEnvironment(Settings, environment, { PORT: "WEBSOCKET_PORT" });
  if (settings.MIN_FRAMES > settings.KEYPOINT_BUFFER_SIZE) {
    throw new SettingError("MIN_FRAMES must not be greater than KEYPOINT_BUFFER_SIZE.");
  }
  if (settings.THREAD_POOL_MAX_WORKERS === 0 && settings.NATS_URL.length === 0) {
    throw new SettingError(
      "THREAD_POOL_MAX_WORKERS must be a whole number from 1 to 64 where NATS_URL names no cluster.",
    );
  }
  if (settings.CLASS_INBOX && settings.CLASS_INBOX_FILE === "") {
    throw new SettingError("CLASS_INBOX_FILE must be a whole path where CLASS_INBOX is on.");
  }
  return settings;
}
