import { type Static, Type } from "@sinclair/typebox";

/** A key: 128 random bits as base64url. */
export const Key = Type.String({ pattern: "^[A-Za-z0-9_-]{22}$" });

/** What opens an inbox: the key with which learners hand in. The teacher's own key goes in the Authorization header. */
export const Opening = Type.Object({ learnerKey: Key }, { additionalProperties: false });

const letter = Type.String({ pattern: "^[A-Z]$" });
const count = Type.Integer({ minimum: 0, maximum: 10_000 });

const LetterResult = Type.Object(
  {
    letter,
    outcome: Type.Union([Type.Literal("passed"), Type.Literal("skipped")]),
    /** Milliseconds. */
    time: Type.Integer({ minimum: 0, maximum: 86_400_000 }),
    seenInstead: Type.Record(letter, count, { additionalProperties: false }),
  },
  { additionalProperties: false },
);

const ItemResult = Type.Object(
  {
    item: Type.String({ pattern: "^[A-Z]{1,20}$" }),
    letters: Type.Array(LetterResult, { maxItems: 20 }),
  },
  { additionalProperties: false },
);

/**
 * What a learner hands in, and nothing else: letters, times and what was mixed up, under the name that they typed. There is
 * no room in it for a picture or a landmark.
 */
export const HandedIn = Type.Object(
  {
    id: Type.String({ pattern: "^[A-Za-z0-9]{1,32}$" }),
    learnerId: Type.String({ pattern: "^[A-Za-z0-9]{0,32}$" }),
    task: Type.String({ pattern: "^[A-Z2-9]{3}-[A-Z2-9]{3}$" }),
    title: Type.String({ maxLength: 80 }),
    learner: Type.String({ maxLength: 40 }),
    finishedAt: Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$" }),
    results: Type.Array(ItemResult, { minItems: 1, maxItems: 40 }),
  },
  { additionalProperties: false },
);

/** What a learner hands in. */
export type HandedIn = Static<typeof HandedIn>;
