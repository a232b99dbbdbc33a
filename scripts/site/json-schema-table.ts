/** The little of JSON Schema that the descriptions of our protocols use. */
export type JsonSchema = {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
};

/** Schemas by the name that a reference ends with. */
export type NamedSchemas = Readonly<Record<string, JsonSchema>>;

/** An object's fields as a table in Markdown: name, type, whether it may be left out, and what it means. */
export function schemaTable({ properties = {}, required = [] }: JsonSchema, schemas: NamedSchemas): string {
  const rows = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? "" : " (may be left out)";
    return `| \`${name}\` | ${schemaType(schema, schemas)} | ${cell(meaning(schema, schemas) + mark)} |`;
  });
  return ["| field | type | meaning |", "|---|---|---|", ...rows].join("\n");
}

/** A type in words: one of a few texts is written out, an object is a link to its own table. */
function schemaType(schema: JsonSchema, schemas: NamedSchemas): string {
  const { name, schema: found } = follow(schema, schemas);
  if (found.anyOf) return found.anyOf.map((one) => schemaType(one, schemas)).join(" or ");
  if (found.enum) return found.enum.map((value) => `\`${JSON.stringify(value)}\``).join(", ");
  if ("const" in found) return `\`${JSON.stringify(found.const)}\``;
  if (found.items) return `list of ${schemaType(found.items, schemas)}`;
  if (name && found.properties) return `[${name}](#${name.toLowerCase()})`;
  return found.type ?? "any";
}

/** The objects that these schemas mention, and those that they mention, by their names. */
export function mentionedObjects(
  roots: readonly JsonSchema[],
  schemas: NamedSchemas,
): Map<string, JsonSchema> {
  const found = new Map<string, JsonSchema>();
  const visit = (schema: JsonSchema): void => {
    const { name, schema: target } = follow(schema, schemas);
    if (name && target.properties) {
      if (found.has(name)) return;
      found.set(name, target);
    }
    for (const next of [...Object.values(target.properties ?? {}), ...(target.anyOf ?? [])]) visit(next);
    if (target.items) visit(target.items);
  };
  for (const root of roots) for (const field of Object.values(root.properties ?? {})) visit(field);
  return found;
}

function follow(schema: JsonSchema, schemas: NamedSchemas): { name: string | undefined; schema: JsonSchema } {
  const name = schema.$ref?.split("/").at(-1);
  return { name, schema: (name && schemas[name]) || schema };
}

function meaning(schema: JsonSchema, schemas: NamedSchemas): string {
  const { schema: found } = follow(schema, schemas);
  const { description, minimum, maximum, pattern, minItems, maxItems } = found;
  const bounds = [
    minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum}` : "",
    minimum !== undefined && maximum === undefined ? `from ${minimum} on` : "",
    maxItems !== undefined ? `${minItems ? `${minItems} to ` : "at most "}${maxItems}` : "",
    pattern ? `\`${pattern}\`` : "",
  ];
  // "0..1" says already what its bounds are.
  const said = schema.description ?? description ?? "";
  return [said, ...(said === "0..1" ? [] : bounds)].filter(Boolean).join("; ");
}

const cell = (text: string) => text.trim().replaceAll("|", "\\|").replaceAll("\n", " ");
