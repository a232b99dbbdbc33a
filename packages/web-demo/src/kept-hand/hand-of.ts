import type { TaughtHand } from "@signify/client-sdk";
import { parseLetter } from "@signify/core";
import { isRecord } from "../shell/is-record.ts";

/** A taught hand from a value that was kept or loaded; nothing when it is none. Which model it fits is for who reads by it. */
export function handOf(value: unknown): TaughtHand | undefined {
  if (!isRecord(value) || !isRecord(value.model) || !isRecord(value.letters)) return undefined;
  const { name, version, digest } = value.model;
  if (typeof name !== "string" || typeof version !== "string" || typeof digest !== "string") return undefined;
  const entries = Object.entries(value.letters);
  const areSamples = entries.every(
    ([letter, samples]) =>
      parseLetter(letter) === letter &&
      Array.isArray(samples) &&
      samples.length > 0 &&
      samples.every((sample) => typeof sample === "string" && sample.length <= longestSample),
  );
  if (entries.length === 0 || !areSamples) return undefined;
  return { model: { name, version, digest }, letters: Object.fromEntries(entries) };
}

/** Characters of one sample of 128 numbers. */
const longestSample = 172;
