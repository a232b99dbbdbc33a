import { Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { withoutDataPrefix } from "../encoding/base64.ts";
import { SignifyError } from "../errors/signify-error.ts";
import { type Letter, parseLetter } from "../letters/letters.ts";
import type { Score } from "../stages/score.ts";
import { roundProbability } from "./round.ts";

const newLetter = Type.Optional(Type.Union([Type.String({ pattern: "^[A-Za-z]$" }), Type.Null()]));

/** What a client of the original protocol sends. Fields that are not named here are ignored, as they always were. */
export const OriginalRequest = Type.Object(
  {
    jpeg_blob: Type.Union([Type.String(), Type.Null()], {
      description: "base64 JPEG, with or without a data: prefix",
    }),
    new_letter: newLetter,
    new_word_letter: newLetter,
  },
  { title: "OriginalRequest", $id: "original.request" },
);

/** What it is answered: the best letter and the target's probability, rounded to 4 places. */
export const OriginalReply = Type.Object(
  {
    maxarg_letter: Type.String({ pattern: "^[A-Z]$" }),
    target_arg_prob: Type.Number({ minimum: 0, maximum: 1, description: "0..1, to 4 places" }),
  },
  { title: "OriginalReply", $id: "original.reply", additionalProperties: false },
);

/** Or why not. */
export const OriginalError = Type.Object(
  { error: Type.String() },
  { title: "OriginalError", $id: "original.error", additionalProperties: false },
);

/** A request of the original protocol, its fields checked but its base64 not yet decoded. */
export type OriginalMessage = { jpegBase64?: string; newLetter?: Letter };

/**
 * Reads a parsed JSON value as a request of the original protocol.
 * @throws SignifyError "bad-message" saying what was expected.
 */
export function readOriginalRequest(value: unknown): OriginalMessage {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new SignifyError(
      "bad-message",
      'Expected a JSON object with "jpeg_blob" and optionally "new_letter".',
    );
  }
  const { jpeg_blob, new_letter = null, new_word_letter = null } = value as Record<string, unknown>;
  for (const [name, letter] of Object.entries({ new_letter, new_word_letter })) {
    if (!Value.Check(newLetter, letter))
      throw new SignifyError("bad-message", `Expected "${name}" to be one letter A–Z or null.`);
  }
  const letter = parseLetter(new_letter ?? new_word_letter);
  if (!Value.Check(OriginalRequest.properties.jpeg_blob, jpeg_blob)) {
    throw new SignifyError(
      "bad-message",
      'Expected "jpeg_blob" to be a base64 JPEG, or null together with a new letter.',
    );
  }
  if (jpeg_blob === null && !letter) {
    throw new SignifyError("bad-message", 'Expected "jpeg_blob" to be null only together with a new letter.');
  }
  return {
    ...(letter && { newLetter: letter }),
    ...(jpeg_blob !== null && { jpegBase64: withoutDataPrefix(jpeg_blob) }),
  };
}

/** The reply to a scored frame, as JSON text. */
export function originalReply({
  letter,
  targetProbability,
}: Pick<Score, "letter" | "targetProbability">): string {
  return JSON.stringify({
    maxarg_letter: letter,
    target_arg_prob: roundProbability(targetProbability),
  });
}

/** The reply to a reset, as JSON text: it is always this one. */
export const originalResetReply = '{"maxarg_letter":"A","target_arg_prob":0.0}';

/** An error reply, as JSON text. */
export function originalError(message: string): string {
  return JSON.stringify({ error: message });
}
