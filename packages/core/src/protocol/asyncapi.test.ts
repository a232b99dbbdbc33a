import { describe, expect, test } from "bun:test";
import { clientMessages, serverMessages } from "../schema/messages.ts";
import { asyncApiDocument } from "./asyncapi.ts";

type Tree = { [key: string]: unknown };
type Document = {
  asyncapi: string;
  info: Tree;
  channels: Record<string, { address: string; messages: Record<string, Tree & { payload: Tree }> }>;
  operations: Record<string, { action: string; channel: Tree; messages: { $ref: string }[] }>;
};

const document = JSON.parse(JSON.stringify(asyncApiDocument("1.2.3"))) as Document;

/** Every `$ref` in a tree. */
function references(tree: unknown): string[] {
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    key === "$ref" ? [String(value)] : references(value),
  );
}

/** What a `#/…` reference points to. */
function resolve(reference: string): unknown {
  return reference
    .slice(2)
    .split("/")
    .reduce<unknown>((tree, key) => (tree as Tree | undefined)?.[key], document);
}

describe("the AsyncAPI document", () => {
  test("has what AsyncAPI 3.0 requires, and no more at its root", () => {
    expect(Object.keys(document).sort()).toEqual(["asyncapi", "channels", "info", "operations"]);
    expect(document.asyncapi).toBe("3.0.0");
    expect(document.info).toMatchObject({ title: "Signify", version: "1.2.3" });
  });

  test("has no reference that leads nowhere", () => {
    const found = references(document);
    expect(found.length).toBeGreaterThan(10);
    for (const reference of found) {
      expect(reference).toMatch(/^#\//);
      expect(resolve(reference)).toBeDefined();
    }
  });

  test("gives each message a payload, a content type and its name", () => {
    for (const { messages } of Object.values(document.channels)) {
      for (const [name, message] of Object.entries(messages)) {
        expect(message.name).toBe(name);
        expect(String(message.contentType)).toMatch(/^application\//);
        expect(typeof message.payload.type).toBe("string");
      }
    }
  });

  test("has operations that send or receive messages of their own channel", () => {
    for (const { action, channel, messages } of Object.values(document.operations)) {
      expect(["send", "receive"]).toContain(action);
      expect(messages.length).toBeGreaterThan(0);
      for (const { $ref } of messages)
        expect($ref.startsWith(`${String(channel.$ref)}/messages/`)).toBe(true);
    }
  });

  test("shows every message that is validated, in the right direction", () => {
    const { messages } = document.channels.recognize!;
    const payloads = { ...clientMessages, ...serverMessages };
    expect(Object.keys(messages).sort()).toEqual([...Object.keys(payloads), "frame"].sort());
    for (const [name, schema] of Object.entries(payloads))
      expect(messages[name]?.payload).toEqual(JSON.parse(JSON.stringify(schema)));
    const named = (operation: string) =>
      document.operations[operation]!.messages.map(({ $ref }) => $ref.split("/").at(-1));
    expect(named("receiveClientMessage")).toEqual([...Object.keys(clientMessages), "frame"]);
    expect(named("sendServerMessage")).toEqual(Object.keys(serverMessages));
  });

  test("describes the original protocol at its own address", () => {
    const { address, messages } = document.channels.original!;
    expect(address).toBe("/");
    expect(Object.keys(messages)).toEqual(["request", "reply", "error"]);
  });
});
