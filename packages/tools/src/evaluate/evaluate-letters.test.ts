import { expect, test } from "bun:test";
import type { Letter } from "@signify/core";
import { distributionOf, embeddingOf, testRules } from "@signify/core/testing";
import { evaluateLetters, type ReadSample } from "./evaluate-letters.ts";
import { evaluateNonLetters } from "./evaluate-non-letters.ts";
import { summarize } from "./evaluation.ts";
import { evaluationText } from "./print-evaluation.ts";

const rules = testRules();
const noneSkipped = { frames: 0, samples: 0, frozen: 0, suspect: 0 };

/** "AB": an A that is read as B; "A-": an A that is not read. */
function samplesOf(pairs: string, signer = 0): ReadSample[] {
  return pairs.split(" ").map(([wanted, read]) => {
    const letter = read as Letter;
    const readings =
      read === "-" ? [] : [{ distribution: distributionOf(letter, 0.8), embedding: embeddingOf(letter) }];
    return { wanted: wanted as Letter, signer, read: { still: true, atEnd: readings.length, readings } };
  });
}
const evaluate = (samples: ReadSample[], more: Partial<Parameters<typeof evaluateLetters>[1]> = {}) =>
  evaluateLetters(samples, {
    ...{
      file: "one",
      rules,
      smoothingSize: 5,
      skipped: noneSkipped,
      draws: 3,
      seed: 1,
      peopleAreKnown: true,
    },
    ...more,
  });

test("a source is counted in all, by letter and by person; what was not read counts as wrong", () => {
  const { result } = evaluate([...samplesOf("AA AA AB B-"), ...samplesOf("BB CC", 4)]);
  expect(result).toEqual({
    ...{ file: "one", accuracy: 0.6667, samples: 6, letters: { A: 0.6667, B: 0.5, C: 1 } },
    people: [
      { signer: 0, samples: 4, accuracy: 0.5 },
      { signer: 4, samples: 2, accuracy: 1 },
    ],
    ...{ passed: 0.6667, falsePassed: 0.00667, skipped: noneSkipped },
  });
});

test("sources count the same, however many samples they have; confusions are counted together", () => {
  const { mean, worst, confusions } = summarize(
    [evaluate(samplesOf("AA AA AA AA")), evaluate(samplesOf("AA AB")), evaluate(samplesOf("AB CO AB AA"))],
    [],
  );
  expect([mean, worst]).toEqual([0.5833, 0.25]);
  expect(confusions).toEqual([
    { wanted: "A", read: "B", count: 3 },
    { wanted: "C", read: "O", count: 1 },
  ]);
});

test("a source without a sample says nothing of accuracy, and does not count", () => {
  const nothing = evaluate([]);
  expect(nothing.result).toMatchObject({ accuracy: null, samples: 0, letters: {}, passed: null });
  expect(summarize([nothing, evaluate(samplesOf("AA AB"))], [])).toMatchObject({ mean: 0.5, worst: 0.5 });
  expect(evaluationText(summarize([nothing], []))).toContain("one");
});

test("by their own hand: per person, per source, and over sources", () => {
  const samples = [...samplesOf("AB AB BB BB"), ...samplesOf("AA AA", 1)];
  const { result } = evaluate(samples, { samplesPerLetter: 1 });
  expect(result.personal).toBeGreaterThanOrEqual(0);
  expect(result.people.map(({ personal }) => personal)).toEqual([expect.any(Number), 1]);
  expect(summarize([evaluate(samples, { samplesPerLetter: 1 })], []).personal).toEqual({
    mean: result.personal,
    worst: result.personal,
  } as never);
  expect(summarize([evaluate(samples)], [])).not.toHaveProperty("personal");
});

test("by nobody's own hand where people are not told apart", () => {
  const { result } = evaluate(samplesOf("AA AA"), { samplesPerLetter: 1, peopleAreKnown: false });
  expect(result).toMatchObject({ personal: null, refused: null });
});

const digit = { label: 1, read: samplesOf("DD")[0]!.read };
const digits = evaluateNonLetters([digit, digit], {
  ...{ file: "digits", names: ["one", "two"], rules, smoothingSize: 5, skipped: { frames: 2, samples: 0 } },
});

test("hands that are no letter are counted by what they are", () => {
  expect(digits.labels).toEqual({
    one: { samples: 0, letterness: null, falsePassed: null },
    two: { samples: 2, letterness: 1, falsePassed: 0.03846 },
  });
});

test("the JSON of an evaluation never holds what is not a number", () => {
  const evaluation = summarize([evaluate([]), evaluate(samplesOf("A-"), { samplesPerLetter: 2 })], [digits]);
  expect(JSON.parse(JSON.stringify(evaluation))).toEqual(evaluation as never);
});

test("the text names sources with their weakest letters, verdicts, confusions, and what was left out", () => {
  const skipped = { frames: 3, samples: 1, frozen: 2, suspect: 5 };
  const { result, ...more } = evaluate(samplesOf("AA AA AB BC CC"), { skipped });
  const text = evaluationText(
    summarize([{ result: { ...result, file: "one.safetensors" }, ...more }], [digits]),
  );
  const lines = text.split("\n");
  expect(lines[0]).toBe("source           accuracy  samples  weakest letters");
  expect(lines[1]).toBe("one.safetensors  0.6000        5  B 0.00  A 0.67");
  expect(lines[2]).toBe("mean 0.6000, worst 0.6000");
  expect(text).toContain("\nA   66.67 %    0.00 %\n");
  expect(text).toContain("\nB    0.00 %   25.00 %  A 33.33 %\n");
  expect(text).toContain("most often: A as B 1, B as C 1");
  expect(text).toContain("digits two: letterness 1.0000, passes for a letter 3.85 %, 2 samples");
  expect(text).toContain(
    "one.safetensors: 3 frames that are no numbers, 1 samples with nothing but such frames, 2 samples of movements that were held still, 5 samples with suspect labels",
  );
});
