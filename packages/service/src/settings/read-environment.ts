import type { Static, TObject, TSchema } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { expectation } from "./expectation.ts";

/** A setting that a program cannot start with. */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

/** The variables that a program is started with. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads settings from the environment; what is unset or empty has its default.
 * @param otherNames variables that, where they are set, win over the setting of the name behind them
 * @throws SettingError with one sentence that names the setting and what was expected (never its value: it may be secret).
 */
export function readEnvironment<Schema extends TObject>(
  schemas: Schema,
  environment: Environment,
  otherNames: Readonly<Record<string, string>> = {},
): Static<Schema> {
  const nameOf = (setting: string) =>
    Object.keys(otherNames).find((name) => otherNames[name] === setting && environment[name]) ?? setting;
  const entries = Object.entries(schemas.properties as Record<string, TSchema>).map(([setting, schema]) => {
    const name = nameOf(setting);
    const given = environment[name];
    const value = given === undefined || given === "" ? schema.default : parse(given, schema);
    if (!Value.Check(schema, value)) throw new SettingError(`${name} must be ${expectation(schema)}.`);
    return [setting, value] as const;
  });
  return Object.fromEntries(entries) as Static<Schema>;
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
