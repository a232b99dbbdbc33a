import type { TObject, TSchema } from "@sinclair/typebox";
import { expectation } from "./expectation.ts";

/** A table of settings in Markdown, generated from their schemas. */
export function settingsTable(schemas: TObject): string {
  const rows = Object.entries(schemas.properties as Record<string, TSchema>).map(([name, schema]) => {
    const value = String(schema.default) === "" ? "–" : `\`${schema.default}\``;
    return `| \`${name}\` | ${value} | ${expectation(schema)} | ${schema.description} |`;
  });
  return ["| setting | default | must be | what it does |", "|---|---|---|---|", ...rows].join("\n");
}
