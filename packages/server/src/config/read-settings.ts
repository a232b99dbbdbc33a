import type { TSchema } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { expectation, Settings } from "./settings.ts";

/** A setting that the server cannot start with. */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from the environment; what is unset or empty has its default.
 * @throws SettingError with one sentence that names the setting and what was expected (never its value: it may be secret).
 */
export function readSettings(environment: Environment): Settings {
  const port = environment.PORT ? { WEBSOCKET_PORT: environment.PORT } : {};
  const given: Environment = { ...environment, ...port };
  const entries = Object.entries(Settings.properties as Record<string, TSchema>).map(([name, schema]) => {
    const text = given[name];
    const value = text === undefined || text === "" ? schema.default : parse(text, schema);
    if (!Value.Check(schema, value)) {
      const source = name === "WEBSOCKET_PORT" && environment.PORT ? "PORT" : name;
      throw new SettingError(`${source} must be ${expectation(schema)}.`);
    }
    return [name, value] as const;
  });
  const settings = Object.fromEntries(entries) as Settings;
  if (settings.MIN_FRAMES > settings.KEYPOINT_BUFFER_SIZE) {
    throw new SettingError("MIN_FRAMES must not be greater than KEYPOINT_BUFFER_SIZE.");
  }
  return settings;
}

function parse(text: string, schema: TSchema): unknown {
  if (schema.type === "integer" || schema.type === "number") {
    return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
  }
  if (schema.type === "boolean") return { true: true, 1: true, false: false, 0: false }[text.toLowerCase()];
  if (schema.type === "array") {
    const entries = text.split(",").map((entry) => entry.trim());
    return entries.filter((entry) => entry !== "").flatMap(schema.readEntry);
  }
  if (schema.anyOf) return text.toLowerCase();
  return text;
}
