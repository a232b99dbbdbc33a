import { type JsonSchema, mentionedObjects, type NamedSchemas, schemaTable } from "./json-schema-table.ts";

type Reference = { readonly $ref: string };
type Message = { readonly title: string; readonly description?: string; readonly payload: JsonSchema };
type Channel = {
  readonly address: string;
  readonly title: string;
  readonly description: string;
  readonly messages: Readonly<Record<string, Message>>;
};
type Operation = {
  readonly action: "receive" | "send";
  readonly summary: string;
  readonly channel: Reference;
  readonly messages: readonly Reference[];
  readonly reply?: { readonly messages: readonly Reference[] };
};

/** What the page is made of: the parts of our AsyncAPI document that it shows. */
export type ProtocolDescription = {
  readonly info: { readonly description: string; readonly version: string };
  readonly servers: Readonly<Record<string, { readonly description: string }>>;
  readonly channels: Readonly<Record<string, Channel>>;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly components: {
    readonly schemas: NamedSchemas;
    readonly securitySchemes: Readonly<
      Record<string, { readonly description: string; readonly name?: string }>
    >;
  };
};

/** The reference of the WebSocket protocols as Markdown: what is said, in which order, and every field. */
export function protocolPage(description: ProtocolDescription): string {
  const { channels, components, servers } = description;
  const security = Object.entries(components.securitySchemes).map(
    ([name, scheme]) => `- **${scheme.name ?? name}**: ${scheme.description}`,
  );
  return [
    "# The WebSocket protocols",
    "Two protocols stand on one port. Both are described for machines at `/asyncapi.json`, of which this page is made; [the same file](asyncapi.json) lies beside this site.",
    ...Object.values(servers).map((server) => server.description),
    security.join("\n"),
    ...Object.entries(channels).map(([name, channel]) => channelPart(name, channel, description)),
  ].join("\n\n");
}

function channelPart(
  name: string,
  channel: Channel,
  { operations, components }: ProtocolDescription,
): string {
  const { schemas } = components;
  const said = Object.values(operations).filter((operation) => lastOf(operation.channel) === name);
  const rows = said.map(({ action, summary, messages, reply }) => {
    const answers = reply?.messages.map((message) => link(channel, lastOf(message))).join(", ") ?? "";
    const what = messages.map((message) => link(channel, lastOf(message))).join(", ");
    return `| ${action === "receive" ? "client" : "server"} | ${what} | ${summary} | ${answers} |`;
  });
  const payloads = Object.values(channel.messages).map(({ payload }) => resolve(payload, schemas));
  const parts = Object.entries(channel.messages).map(([type, message], index) => {
    const fields = payloads[index]?.properties ? schemaTable(payloads[index], schemas) : "";
    const words = message.description ?? payloads[index]?.description ?? "";
    return [`### ${message.title}`, type === message.title ? "" : `\`${type}\``, words, fields]
      .filter(Boolean)
      .join("\n\n");
  });
  const objects = [...mentionedObjects(payloads, schemas)].map(
    ([title, schema]) => `### ${title}\n\n${schemaTable(schema, schemas)}`,
  );
  return [
    `## ${channel.title}: \`${channel.address}\``,
    channel.description,
    ["| said by | message | what for | answered by |", "|---|---|---|---|", ...rows].join("\n"),
    ...parts,
    ...objects,
  ].join("\n\n");
}

const lastOf = ({ $ref }: Reference) => $ref.split("/").at(-1) ?? "";

const link = ({ messages }: Channel, name: string) =>
  `[\`${name}\`](#${(messages[name]?.title ?? name).toLowerCase()})`;

function resolve(schema: JsonSchema, schemas: NamedSchemas): JsonSchema {
  return (schema.$ref && schemas[lastOf({ $ref: schema.$ref })]) || schema;
}
