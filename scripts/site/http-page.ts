import { type JsonSchema, schemaTable } from "./json-schema-table.ts";

type Answer = {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>>;
};
type Route = { readonly summary: string; readonly responses?: Readonly<Record<string, Answer>> };

/** What the page is made of: the parts of our OpenAPI document that it shows. */
export type HttpDescription = { readonly paths: Readonly<Record<string, { readonly get?: Route }>> };

/** The reference of what a server answers over plain HTTP, as Markdown. */
export function httpPage({ paths }: HttpDescription): string {
  const routes = Object.entries(paths).flatMap(([path, { get }]) => (get ? [routePart(path, get)] : []));
  return [
    "# What a server answers over HTTP",
    "Described for machines at `/openapi`, of which this page is made; [the same file](openapi.json) lies beside this site. `/openapi` and `/asyncapi.json` answer with the descriptions.",
    ...routes,
  ].join("\n\n");
}

function routePart(path: string, { summary, responses = {} }: Route): string {
  const answers = Object.entries(responses).map(([status, { description, content = {} }]) => {
    const schema = content["application/json"]?.schema;
    const words = description.startsWith("Response for status") ? "" : `: ${description}`;
    return `**${status}**${words}${schema ? `\n\n${schemaTable(schema, {})}` : ""}`;
  });
  return [`## GET \`${path}\``, `${summary}.`, ...answers].join("\n\n");
}
