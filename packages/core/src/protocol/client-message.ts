import type { TSchema } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { SignifyError } from "../errors/signify-error.ts";
import type { ClientMessage } from "../schema/message-types.ts";
import { clientMessages } from "../schema/messages.ts";

const known = Object.keys(clientMessages)
  .map((type) => `"${type}"`)
  .join(", ");

/**
 * Reads a parsed JSON value as a client message of the typed protocol.
 * @throws SignifyError "bad-message", naming the field and what was expected there, never what was sent.
 */
export function readClientMessage(value: unknown): ClientMessage {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new SignifyError(
      "bad-message",
      `Expected a JSON object with a "type" of ${known}, or a binary frame.`,
    );
  }
  const type = "type" in value ? value.type : undefined;
  const schema = Object.entries(clientMessages).find(([name]) => name === type)?.[1];
  if (!schema) throw new SignifyError("bad-message", `Expected a "type" of ${known}.`);
  if (Value.Check(schema, value)) return value as ClientMessage;
  throw new SignifyError("bad-message", `In "${schema.$id}": ${firstFault(schema, value)}`);
}

/** One sentence on the first field that is wrong, made of the schema's words only. */
function firstFault(schema: TSchema, value: object): string {
  const fields: Record<string, TSchema> = schema.properties;
  for (const [name, field] of Object.entries(fields)) {
    const sent: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
    if (sent === undefined ? schema.required?.includes(name) : !Value.Check(field, sent)) {
      return `expected "${name}" to be ${field.description ?? "as documented"}.`;
    }
  }
  return `expected only the fields ${Object.keys(fields).join(", ")}.`;
}
