import { describe, expect, test } from "bun:test";
import { clientMessages, serverMessages } from "./messages.ts";

describe("the schemas of the typed protocol", () => {
  test("are each listed under the type that they require", () => {
    for (const [name, schema] of Object.entries({ ...clientMessages, ...serverMessages })) {
      expect(schema.properties.type.const).toBe(name as typeof schema.properties.type.const);
      expect(schema.$id).toBe(name);
      expect(schema.required).toContain("type");
    }
  });

  test("are closed for what clients send, and open for what servers may add later", () => {
    for (const schema of Object.values(clientMessages)) expect(schema.additionalProperties).toBe(false);
    for (const schema of Object.values(serverMessages)) expect(schema.additionalProperties).toBeUndefined();
  });
});
