import { describe, expect, test } from "bun:test";
import { Value } from "@sinclair/typebox/value";
import fc from "fast-check";
import { SignifyError } from "../errors/signify-error.ts";
import { letters } from "../letters/letters.ts";
import {
  OriginalError,
  OriginalReply,
  OriginalRequest,
  originalError,
  originalReply,
  originalResetReply,
  readOriginalRequest,
} from "./original.ts";

const marker = "zqxjkvbpygfw";

describe("readOriginalRequest", () => {
  test("reads a frame, with and without the letter fields", () => {
    expect(readOriginalRequest({ jpeg_blob: "AAAA" })).toEqual({ jpegBase64: "AAAA" });
    expect(readOriginalRequest({ jpeg_blob: "AAAA", new_letter: null })).toEqual({ jpegBase64: "AAAA" });
    expect(readOriginalRequest({ jpeg_blob: "AAAA", new_letter: "B" })).toEqual({
      jpegBase64: "AAAA",
      newLetter: "B",
    });
  });

  test("reads a reset without a frame, under either name and in either case", () => {
    expect(readOriginalRequest({ jpeg_blob: null, new_letter: "b" })).toEqual({ newLetter: "B" });
    expect(readOriginalRequest({ jpeg_blob: null, new_word_letter: "b" })).toEqual({ newLetter: "B" });
    expect(readOriginalRequest({ jpeg_blob: null, new_letter: null, new_word_letter: "C" })).toEqual({
      newLetter: "C",
    });
  });

  test("tolerates a data: prefix and fields that it does not know", () => {
    expect(readOriginalRequest({ jpeg_blob: "data:image/jpeg;base64,AAAA", user: 5 })).toEqual({
      jpegBase64: "AAAA",
    });
  });

  test("refuses anything else and says what was expected", () => {
    const refusals: [unknown, string][] = [
      [null, "a JSON object"],
      ["text", "a JSON object"],
      [[], "a JSON object"],
      [{}, '"jpeg_blob"'],
      [{ jpeg_blob: 5 }, '"jpeg_blob"'],
      [{ jpeg_blob: null }, "only together with a new letter"],
      [{ jpeg_blob: null, new_letter: null }, "only together with a new letter"],
      [{ jpeg_blob: "AAAA", new_letter: "AB" }, '"new_letter"'],
      [{ jpeg_blob: "AAAA", new_letter: "" }, '"new_letter"'],
      [{ jpeg_blob: "AAAA", new_letter: 5 }, '"new_letter"'],
      [{ jpeg_blob: "AAAA", new_word_letter: "é" }, '"new_word_letter"'],
    ];
    for (const [sent, expected] of refusals) expect(() => readOriginalRequest(sent)).toThrow(expected);
  });

  test("makes a request or a refusal of any JSON, and never repeats it", () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.string().map((text) => text + marker),
      fc.constantFrom("A", "z", null, "data:", marker),
    );
    const request = fc.record(
      { jpeg_blob: value, new_letter: value, new_word_letter: value, [marker]: value },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(value, request), (sent) => {
        try {
          const { newLetter = "A", jpegBase64 = "" } = readOriginalRequest(JSON.parse(JSON.stringify(sent)));
          expect(letters).toContain(newLetter);
          expect(typeof jpegBase64).toBe("string");
        } catch (error) {
          if (!SignifyError.isInstance(error)) throw error;
          expect(error.code).toBe("bad-message");
          expect(error.message).not.toContain(marker);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("accepts what its published schema accepts, but for null without a letter", () => {
    const letter = fc.constantFrom("A", "z", null, "", "AB", 5);
    const request = fc.record(
      { jpeg_blob: fc.constantFrom("AAAA", null, 5), new_letter: letter, new_word_letter: letter },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(request, (sent) => {
        const nothing = sent.jpeg_blob === null && !(sent.new_letter ?? sent.new_word_letter);
        const accepted = () => {
          readOriginalRequest(sent);
          return true;
        };
        if (Value.Check(OriginalRequest, sent) && !nothing) expect(accepted()).toBe(true);
        else expect(accepted).toThrow();
      }),
    );
  });
});

describe("the original replies", () => {
  test("round the probability to 4 places and have exactly two fields", () => {
    expect(originalReply({ letter: "B", targetProbability: 0.85666 })).toBe(
      '{"maxarg_letter":"B","target_arg_prob":0.8567}',
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...letters),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (letter, probability) => {
          const reply: unknown = JSON.parse(originalReply({ letter, targetProbability: probability }));
          expect(Value.Check(OriginalReply, reply)).toBe(true);
        },
      ),
    );
  });

  test("stay within 0..1 though the mean of floats may end a hair above", () => {
    for (const targetProbability of [1.0001, -0.0001]) {
      const reply: unknown = JSON.parse(originalReply({ letter: "A", targetProbability }));
      expect(Value.Check(OriginalReply, reply)).toBe(true);
    }
  });

  test("answer a reset with probability 0.0, written so", () => {
    expect(originalResetReply).toBe('{"maxarg_letter":"A","target_arg_prob":0.0}');
    expect(Value.Check(OriginalReply, JSON.parse(originalResetReply))).toBe(true);
  });

  test("tell an error in one field", () => {
    const reply: unknown = JSON.parse(originalError('Expected "jpeg_blob".'));
    expect(reply).toEqual({ error: 'Expected "jpeg_blob".' });
    expect(Value.Check(OriginalError, reply)).toBe(true);
  });
});
