import type { TSchema } from "@sinclair/typebox";

/** What a value of this setting has to be, in words. */
export function expectation(schema: TSchema): string {
  if (schema.anyOf) return `one of ${schema.anyOf.map((option: TSchema) => option.const).join(", ")}`;
  switch (schema.type) {
    case "integer":
      return `a whole number from ${schema.minimum} to ${schema.maximum}`;
    case "number":
      return `a number from ${schema.minimum} to ${schema.maximum}`;
    case "boolean":
      return "true or false";
    case "array":
      return `${schema.entries}, separated by commas`;
    default:
      if (schema.pattern) return "letters, digits, _ and - alone";
      return schema.minLength ? "a text that is not empty" : "a text";
  }
}
