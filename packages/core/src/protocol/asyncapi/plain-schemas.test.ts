import { describe, expect, test } from "bun:test";
import { Type } from "@sinclair/typebox";
import { createPlainSchemas } from "./plain-schemas.ts";

/** What a schema becomes under its title, and all that was found with it. */
function plain(schema: { [key: string]: unknown }): Record<string, object> {
  const schemas = createPlainSchemas("#/schemas");
  expect(schemas.reference(schema)).toEqual({ $ref: `#/schemas/${String(schema.title)}` });
  return JSON.parse(JSON.stringify(schemas.found));
}

describe("createPlainSchemas", () => {
  test("has each titled schema once, and refers to it", () => {
    const point = Type.Object({ x: Type.Number() }, { title: "Point" });
    expect(plain(Type.Object({ from: point, to: Type.Array(point) }, { title: "Line" }))).toEqual({
      Line: {
        title: "Line",
        type: "object",
        required: ["from", "to"],
        properties: {
          from: { $ref: "#/schemas/Point" },
          to: { type: "array", items: { $ref: "#/schemas/Point" } },
        },
      },
      Point: { title: "Point", type: "object", required: ["x"], properties: { x: { type: "number" } } },
    });
  });

  test("has fixed values as an enum, one that stands alone named after its owner", () => {
    const side = Type.Union([Type.Literal("left"), Type.Literal("right")], { title: "Side" });
    expect(
      plain(Type.Object({ type: Type.Literal("turn"), side }, { title: "Turn", $id: "a.turn" })),
    ).toMatchObject({
      Turn: { properties: { type: { $ref: "#/schemas/TurnType" }, side: { $ref: "#/schemas/Side" } } },
      TurnType: { title: "TurnType", type: "string", enum: ["turn"] },
      Side: { title: "Side", type: "string", enum: ["left", "right"] },
    });
  });

  test("has what may be null as a choice between null and the rest", () => {
    const side = Type.Union([Type.Literal("left"), Type.Literal("right"), Type.Null()], { title: "Side" });
    const name = Type.Union([Type.String(), Type.Null()]);
    expect(plain(Type.Object({ side, name }, { title: "Hand" }))).toMatchObject({
      Hand: {
        properties: {
          side: { anyOf: [{ $ref: "#/schemas/Side" }, { type: "null" }] },
          name: { anyOf: [{ type: "string" }, { type: "null" }] },
        },
      },
      Side: { enum: ["left", "right"] },
    });
  });

  test("leaves out what names a schema inside a program, and keeps all other words", () => {
    const { Count } = plain(
      Type.Object({ n: Type.Integer({ minimum: 0, description: "how many" }) }, { title: "Count", $id: "x" }),
    );
    expect(Count).toEqual({
      title: "Count",
      type: "object",
      required: ["n"],
      properties: { n: { type: "integer", minimum: 0, description: "how many" } },
    });
  });
});
