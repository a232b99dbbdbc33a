import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { encodeBase64 } from "../encoding/base64.ts";
import { SignifyError } from "../errors/signify-error.ts";
import { letters } from "../letters/letters.ts";
import type { ClientMessage } from "../schema/message-types.ts";
import { clientMessages } from "../schema/messages.ts";
import { readClientMessage } from "./client-message.ts";

const marker = "zqxjkvbpygfw";

const target = fc.option(fc.constantFrom("A", "q", "Z"), { nil: null });
const text = fc.string({ maxLength: 20 });
const hand = fc.record({
  model: fc.record({ name: text, version: text, digest: text }),
  letters: fc.dictionary(
    fc.constantFrom(...letters),
    fc.array(fc.uint8Array({ minLength: 2, maxLength: 128 }).map(encodeBase64), {
      minLength: 1,
      maxLength: 3,
    }),
  ),
});
const message: fc.Arbitrary<ClientMessage> = fc.oneof(
  fc.record(
    {
      type: fc.constant("session.start" as const),
      target,
      mode: fc.constantFrom("live" as const, "still" as const),
      events: fc.uniqueArray(fc.constantFrom("status" as const, "landmarks" as const)),
      hand,
    },
    { requiredKeys: ["type"] },
  ),
  fc.record({ type: fc.constant("target.set" as const), target }),
  fc.record({ type: fc.constant("hand.set" as const), hand: fc.option(hand, { nil: null }) }),
  fc.record(
    { type: fc.constant("hand.learn" as const), letter: target, insist: fc.boolean() },
    { requiredKeys: ["type", "letter"] },
  ),
  fc.record({ type: fc.constant("ping" as const), id: fc.integer({ min: 0, max: 0xffffffff }) }),
);

describe("readClientMessage", () => {
  test("reads every message that the schema allows", () => {
    fc.assert(
      fc.property(message, (sent) => {
        expect(readClientMessage(sent)).toEqual(sent);
      }),
    );
  });

  test("refuses anything else, naming the message, the field and what was expected there", () => {
    const refusals: [unknown, string][] = [
      [null, 'Expected a JSON object with a "type"'],
      [[], 'Expected a JSON object with a "type"'],
      ["ping", 'Expected a JSON object with a "type"'],
      [{}, 'Expected a "type" of "session.start", "target.set", "hand.set", "hand.learn", "ping".'],
      [{ type: "toString" }, 'Expected a "type" of'],
      [{ type: 5 }, 'Expected a "type" of'],
      [{ type: "ping" }, 'In "ping": expected "id" to be a whole number from 0 to 4294967295.'],
      [{ type: "ping", id: 1.5 }, 'expected "id" to be a whole number'],
      [{ type: "ping", id: -1 }, 'expected "id" to be a whole number'],
      [{ type: "ping", id: "1" }, 'expected "id" to be a whole number'],
      [{ type: "ping", id: 1, extra: 2 }, "expected only the fields type, id."],
      [{ type: "target.set" }, 'expected "target" to be one letter A–Z, or null for none.'],
      [{ type: "target.set", target: "AB" }, 'expected "target" to be one letter A–Z'],
      [{ type: "session.start", mode: "video" }, 'expected "mode" to be "live" for a camera'],
      [{ type: "session.start", events: ["letters"] }, 'expected "events" to be a list of'],
      [{ type: "session.start", events: "status" }, 'expected "events" to be a list of'],
    ];
    for (const [sent, expected] of refusals) expect(() => readClientMessage(sent)).toThrow(expected);
  });

  test("refuses bad hands of every kind with one sentence that says what a hand is", () => {
    const model = { name: "m", version: "1", digest: "ab" };
    const whole = { model, letters: { A: ["fwA="] } };
    const bad: unknown[] = [
      ...[5, "hand", [], true, {}, { model }, { letters: {} }, { ...whole, more: 1 }],
      { ...whole, model: "m" },
      { ...whole, model: { name: "m", version: "1" } },
      { ...whole, model: { ...model, name: 5 } },
      { ...whole, model: { ...model, name: "m".repeat(101) } },
      { ...whole, letters: [] },
      { ...whole, letters: { a: ["fwA="] } },
      { ...whole, letters: { AB: ["fwA="] } },
      { ...whole, letters: { A: 5 } },
      { ...whole, letters: { A: "fwA=" } },
      { ...whole, letters: { A: [] } },
      { ...whole, letters: { A: [0.1, 0.2] } },
      { ...whole, letters: { A: Array(4).fill("fwA=") } },
      { ...whole, letters: { A: [""] } },
      { ...whole, letters: { A: ["not base64!"] } },
      { ...whole, letters: { A: ["A".repeat(173)] } },
      { ...whole, letters: { A: null } },
    ];
    const expected = '"hand" to be an object with the "model" (name, version, digest) and "letters"';
    for (const sent of bad) {
      for (const type of ["session.start", "hand.set"])
        expect(() => readClientMessage({ type, hand: sent })).toThrow(`In "${type}": expected ${expected}`);
    }
    expect(() => readClientMessage({ type: "hand.set" })).toThrow(expected);
  });

  test("makes a message or a refusal of any JSON, and never repeats it", () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.string().map((text) => text + marker),
      fc.constantFrom(...Object.keys(clientMessages), "A", "live", 7, marker),
      fc.constant({ [marker]: [marker] }),
    );
    const fields = { type: value, target: value, mode: value, events: value, id: value, [marker]: value };
    const known = fc
      .tuple(fc.record(fields, { requiredKeys: [] }), fc.constantFrom(...Object.keys(clientMessages)))
      .map(([sent, type]) => ({ ...sent, type }));
    fc.assert(
      fc.property(fc.oneof(value, fc.record(fields, { requiredKeys: [] }), known), (sent) => {
        try {
          expect(Object.keys(clientMessages)).toContain(
            readClientMessage(JSON.parse(JSON.stringify(sent))).type,
          );
        } catch (error) {
          if (!SignifyError.isInstance(error)) throw error;
          expect(error.code).toBe("bad-message");
          expect(error.message).not.toContain(marker);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("every field has words for what is expected there", () => {
    for (const schema of Object.values(clientMessages)) {
      for (const [name, field] of Object.entries(schema.properties))
        if (name !== "type") expect(typeof field.description).toBe("string");
    }
  });
});
