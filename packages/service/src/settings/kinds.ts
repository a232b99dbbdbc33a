import { Type } from "@sinclair/typebox";

/** A whole number from `minimum` to `maximum`. */
export const whole = (minimum: number, maximum: number, value: number, description: string) =>
  Type.Integer({ minimum, maximum, default: value, description });

/** A number from 0 to 1. */
export const share = (value: number, description: string) =>
  Type.Number({ minimum: 0, maximum: 1, default: value, description });

/** A text; empty where it is not set. */
export const text = (description: string) => Type.String({ default: "", description });

/** Reads one entry of a list; `undefined` where it is not what the list is of. */
type ReadEntry = (entry: string) => string[] | undefined;

/** A list; the schema keeps how an entry is read, and what the entries are in words. */
export const list = (entries: string, readEntry: ReadEntry, description: string) =>
  Type.Array(Type.String(), { default: [], entries, readEntry, description });

/** How severe a line must be to be logged. */
export const logLevel = () =>
  Type.Union(
    ["debug", "info", "warn", "error", "silent"].map((level) => Type.Literal(level)),
    { default: "info", description: "Least severe log line that is written" },
  );
