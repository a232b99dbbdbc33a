import { describe, expect, test } from "bun:test";
import { clientMessages, serverMessages } from "../../schema/messages.ts";
import { closeCodes } from "../close-codes.ts";
import { asyncApiDocument } from "./asyncapi-document.ts";

type Tree = { [key: string]: unknown };
type Messages = { channel: Tree; messages: { $ref: string }[] };
type Operation = Messages & { action: string; reply?: Messages };
type Document = {
  asyncapi: string;
  info: Tree;
  channels: Record<
    string,
    {
      address: string;
      description: string;
      messages: Record<string, Tree & { payload: Tree }>;
      "x-close-codes": { code: number }[];
    }
  >;
  operations: Record<string, Operation>;
  components: { schemas: Record<string, Tree>; securitySchemes: Record<string, Tree> };
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
  test("is of AsyncAPI 3.0", () => {
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

  test("gives each message a payload, a content type, a title and its name", () => {
    for (const { messages } of Object.values(document.channels)) {
      for (const [name, message] of Object.entries(messages)) {
        expect(message.name).toBe(name);
        expect(typeof message.title).toBe("string");
        expect(String(message.contentType)).toMatch(/^application\//);
        expect(message.payload.type === "string" || resolve(String(message.payload.$ref))).toBeTruthy();
      }
    }
  });

  test("has operations of messages of their own channel, and so are their replies", () => {
    for (const operation of Object.values(document.operations)) {
      expect(["send", "receive"]).toContain(operation.action);
      for (const { channel, messages } of [operation, operation.reply ?? operation]) {
        expect(messages.length).toBeGreaterThan(0);
        for (const { $ref } of messages)
          expect($ref.startsWith(`${String(channel.$ref)}/messages/`)).toBe(true);
      }
    }
  });

  test("shows every message that is validated, in the right direction", () => {
    const { messages } = document.channels.recognize!;
    const all = { ...clientMessages, ...serverMessages };
    expect(Object.keys(messages).sort()).toEqual([...Object.keys(all), "frame"].sort());
    for (const [name, { title, required }] of Object.entries(all))
      expect(resolve(String(messages[name]?.payload.$ref))).toMatchObject({ title, required });

    const named = (side: "received" | "sent") =>
      Object.values(document.operations)
        .filter(({ channel }) => channel.$ref === "#/channels/recognize")
        .flatMap((operation) => {
          const isReceived = operation.action === "receive";
          const said = side === "sent" && isReceived ? operation.reply?.messages : operation.messages;
          return side === "received" && !isReceived ? [] : (said ?? []);
        })
        .map(({ $ref }) => $ref.split("/").at(-1));
    expect(named("received").sort()).toEqual([...Object.keys(clientMessages), "frame"].sort());
    expect(named("sent").sort()).toEqual(Object.keys(serverMessages).sort());
  });

  test("says with which codes a connection is closed, who may ask, in which order and in which units", () => {
    for (const channel of Object.values(document.channels)) {
      expect(channel["x-close-codes"].map(({ code }) => code)).toEqual(Object.values(closeCodes));
      for (const code of Object.values(closeCodes)) expect(channel.description).toContain(`| ${code} |`);
      expect(channel.description).toContain("in the order of the");
    }
    expect(Object.keys(document.components.securitySchemes)).toEqual(["bearer", "query"]);
    expect(document.channels.recognize?.description).toContain("milliseconds");
  });

  test("describes the original protocol at its own address", () => {
    const { address, messages } = document.channels.original!;
    expect(address).toBe("/");
    expect(Object.keys(messages)).toEqual(["request", "reply", "error"]);
  });
});
