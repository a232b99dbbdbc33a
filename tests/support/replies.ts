import { expect } from "bun:test";
import { OriginalError, OriginalReply, serverMessages } from "@signify/core/protocol";
import { Value } from "@sinclair/typebox/value";

/** A reply of the original protocol. */
export type Reply = { maxarg_letter: string; target_arg_prob: number };

/** An error of the original protocol. */
export type ErrorReply = { error: string };

/** Whether a message of the original protocol is a letter. */
export const isReply = (message: unknown): message is Reply => Value.Check(OriginalReply, message);

/** Whether it is an error. */
export const isError = (message: unknown): message is ErrorReply => Value.Check(OriginalError, message);

/** Holds everything that a client of the original protocol received to the schema. */
export function expectOriginalMessages(messages: readonly unknown[]): void {
  for (const message of messages) {
    if (!isReply(message) && !isError(message)) expect(message).toBe("a reply or an error by the schema");
  }
}

/** Holds everything that a client of the typed protocol received to the schema. */
export function expectTypedMessages(messages: readonly { type: string }[]): void {
  for (const message of messages) {
    const schema = Object.entries(serverMessages).find(([type]) => type === message.type)?.[1];
    if (!schema) expect(message.type).toBe("one of the schema's types");
    else expect([...Value.Errors(schema, message)]).toEqual([]);
  }
}
