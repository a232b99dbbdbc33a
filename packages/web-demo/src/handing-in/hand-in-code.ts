import { type Letter, letterAt, letterCount, letterIndex } from "@signify/core";
import type { Confusions, LetterResult } from "../practice/attempt-record.ts";
import { decodeBase64UrlBytes, encodeBase64UrlBytes } from "../tasks/base64url.ts";
import { shortCode, shortCodeLength } from "../tasks/short-code.ts";
import { type ByteReader, type ByteWriter, createByteReader, createByteWriter } from "./bytes.ts";
import { checkHandIn, type HandIn, type ItemResult } from "./hand-in.ts";

/** First character of a code: its version. */
const version = "2";

/** Longest code that is read. A task of 200 letters, each mixed up with another one, takes 1500 characters. */
const longestCode = 4000;

/** Milliseconds of the unit in which a code tells times. */
const timeUnit = 100;

/** Bits of a letter's first byte, above the five of its place in the alphabet. */
const bits = { passed: 32, beginsItem: 64, mixedUp: 128 } as const;

const textFields = ["id", "learnerId", "task", "title", "learner"] as const;

/**
 * A hand-in as a code that fits into a link and a QR code: "2", base64url, and six characters by which a code that was cut
 * off is known; it ends in none that a chat might take for punctuation. Times are in tenths of a second, the end of the
 * task in seconds.
 *
 * The bytes: id, learner's id, task, title and name; the end in seconds since 1970; then for each letter one byte (bits 0–4
 * its place in the alphabet, 5 passed, 6 begins an item, 7 was mixed up), its time, and if it was mixed up the number of
 * other letters, and each one's place and count.
 */
export function handInCode(handIn: HandIn): string {
  const writer = createByteWriter();
  for (const field of textFields) writer.text(handIn[field]);
  writer.number(Math.floor(Date.parse(handIn.finishedAt) / 1000));
  for (const { letters } of handIn.results) {
    for (const [index, letter] of letters.entries()) writeLetter(writer, letter, index === 0);
  }
  const body = version + encodeBase64UrlBytes(writer.bytes());
  return body + shortCode(body);
}

/** Reads a code; `undefined` when it is none, or not a whole one. Anybody may write one, so nothing of it is trusted. */
export function readHandInCode(code: string): HandIn | undefined {
  const body = code.slice(0, -shortCodeLength);
  if (code.length > longestCode || !body.startsWith(version) || shortCode(body) !== code.slice(body.length))
    return undefined;
  const bytes = decodeBase64UrlBytes(body.slice(version.length));
  if (!bytes) return undefined;
  try {
    const reader = createByteReader(bytes);
    const texts = Object.fromEntries(textFields.map((field) => [field, reader.text()]));
    const finishedAt = new Date(reader.number() * 1000).toISOString();
    return checkHandIn({ ...texts, finishedAt, results: readItems(reader) });
  } catch {
    return undefined;
  }
}

function writeLetter(writer: ByteWriter, result: LetterResult, isFirst: boolean): void {
  const seen = Object.entries(result.seenInstead) as [Letter, number][];
  writer.byte(
    letterIndex(result.letter) |
      (result.outcome === "passed" ? bits.passed : 0) |
      (isFirst ? bits.beginsItem : 0) |
      (seen.length > 0 ? bits.mixedUp : 0),
  );
  writer.number(Math.round(result.time / timeUnit));
  if (seen.length === 0) return;
  writer.number(seen.length);
  for (const [other, count] of seen) {
    writer.byte(letterIndex(other));
    writer.number(count);
  }
}

function readItems(reader: ByteReader): ItemResult[] {
  const items: LetterResult[][] = [];
  while (!reader.isAtEnd()) {
    const head = reader.byte();
    const letter = readLetter(head & 31);
    const outcome = head & bits.passed ? "passed" : "skipped";
    const time = reader.number() * timeUnit;
    const seenInstead: Confusions = {};
    const others = head & bits.mixedUp ? reader.number() : 0;
    for (let other = 0; other < others; other += 1) seenInstead[readLetter(reader.byte())] = reader.number();
    const result: LetterResult = { letter, outcome, time, seenInstead };
    if (head & bits.beginsItem) items.push([result]);
    else items.at(-1)?.push(result);
  }
  return items.map((letters) => ({ item: letters.map(({ letter }) => letter).join(""), letters }));
}

function readLetter(index: number): Letter {
  if (index >= letterCount) throw new RangeError("Expected a letter.");
  return letterAt(index);
}
