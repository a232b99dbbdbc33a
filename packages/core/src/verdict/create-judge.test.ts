import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { type Letter, letterIndex, letters } from "../letters/letters.ts";
import { testVerdictRule } from "../testing/index.ts";
import { createJudge } from "./create-judge.ts";

const rule = testVerdictRule();

function probabilities(of: Partial<Record<Letter, number>>): Float32Array {
  const distribution = new Float32Array(26);
  for (const [letter, probability] of Object.entries(of) as [Letter, number][])
    distribution[letterIndex(letter)] = probability;
  return distribution;
}

const others = probabilities({ A: 0.9 });
const verdictsOf = (shown: Float32Array[], still = false) => {
  const judge = createJudge({ rule, target: "G", still });
  return shown.map((distribution) => judge(distribution));
};

describe("a judge", () => {
  test("calls a letter shown at its mark for three readings, well under one half and not the likeliest", () => {
    const low = probabilities({ G: 0.42, A: 0.5 });
    expect(verdictsOf([low, low, low, low])).toEqual(["almost", "almost", "shown", "shown"]);
  });

  test("begins anew after a fall below the mark", () => {
    const shown = probabilities({ G: 0.9 });
    expect(verdictsOf([shown, shown, others, shown, shown, shown])).toEqual([
      "almost",
      "almost",
      "other",
      "almost",
      "almost",
      "shown",
    ]);
  });

  test("calls it almost shown from a lower mark on, and at nothing other", () => {
    const [near, far] = [probabilities({ G: 0.3, Q: 0.6 }), probabilities({ G: 0.29, Q: 0.1 })];
    expect(verdictsOf([near, far, new Float32Array(26)])).toEqual(["almost", "other", "other"]);
  });

  test("of still pictures judges each by itself", () => {
    expect(verdictsOf([probabilities({ G: 0.9 }), others, probabilities({ G: 0.4 })], true)).toEqual([
      "shown",
      "other",
      "shown",
    ]);
  });

  test("more of the letter is never a worse verdict", () => {
    const order = ["other", "almost", "shown"];
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...letters), share, share, share, (target, one, other, rival) => {
        const verdict = (probability: number) =>
          order.indexOf(
            createJudge({ rule, target, still: true })(probabilities({ Q: rival, [target]: probability })),
          );
        expect(verdict(Math.max(one, other))).toBeGreaterThanOrEqual(verdict(Math.min(one, other)));
      }),
    );
  });
});
