import type { TSchema } from "@sinclair/typebox";
import { expectation, Settings } from "./settings.ts";

/** The README's table of settings, in Markdown, generated from the schema. */
export function settingsTable(): string {
  const rows = Object.entries(Settings.properties as Record<string, TSchema>).map(([name, schema]) => {
    const value = String(schema.default) === "" ? "–" : `\`${schema.default}\``;
    return `| \`${name}\` | ${value} | ${expectation(schema)} | ${schema.description} |`;
  });
  return ["| setting | default | must be | what it does |", "|---|---|---|---|", ...rows].join("\n");
}
