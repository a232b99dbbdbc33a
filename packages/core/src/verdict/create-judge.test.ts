import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { type Letter, letterIndex, letters } from "../letters/letters.ts";
import { testVerdictRule } from "../testing/index.ts";
import { createJudge, nearnessOf } from "./create-judge.ts";

const rule = testVerdictRule({ G: ["Q"] });

function probabilities(of: Partial<Record<Letter, number>>): Float32Array {
  const distribution = new Float32Array(26);
  for (const [letter, probability] of Object.entries(of) as [Letter, number][])
    distribution[letterIndex(letter)] = probability;
  return distribution;
}
const judgeG = (still = false) => createJudge({ rule, target: "G", still });

describe("a judge", () => {
  test("calls a letter shown once it has been at its mark for long enough, well under one half too", () => {
    const judge = judgeG();
    const verdicts = [0, 100, 200, 299, 300, 400].map((at) => judge(probabilities({ G: 0.42, A: 0.5 }), at));
    expect(verdicts).toEqual(["almost", "almost", "almost", "almost", "shown", "shown"]);
  });

  test("does not call it shown while a look-alike is likelier, at whatever mark", () => {
    const judge = judgeG();
    const verdicts = [0, 400, 800].map((at) => judge(probabilities({ G: 0.45, Q: 0.5 }), at));
    expect(verdicts).toEqual(["almost", "almost", "almost"]);
  });

  test("begins anew after a fall below the mark, a hand that was gone, and a clock that went back", () => {
    const judge = judgeG();
    const shown = probabilities({ G: 0.9 });
    expect([judge(shown, 0), judge(shown, 400)]).toEqual(["almost", "shown"]);
    expect([judge(probabilities({ G: 0.1 }), 500), judge(shown, 600)]).toEqual(["other", "almost"]);
    expect([judge(shown, 900), judge(shown, 1901), judge(shown, 2201)]).toEqual(["shown", "almost", "shown"]);
    expect([judge(shown, 10), judge(shown, 310)]).toEqual(["almost", "shown"]);
  });

  test("of still pictures judges each by itself", () => {
    const judge = judgeG(true);
    expect(judge(probabilities({ G: 0.9 }), 0)).toBe("shown");
    expect(judge(probabilities({ G: 0.3 }), 0)).toBe("almost");
    expect(judge(probabilities({ G: 0.1 }), 0)).toBe("other");
  });

  test("more of the letter is never a worse verdict", () => {
    const order = ["other", "almost", "shown"];
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...letters), share, share, share, (target, one, other, rival) => {
        const verdict = (probability: number) =>
          order.indexOf(
            createJudge({ rule, target, still: true })(probabilities({ Q: rival, [target]: probability }), 0),
          );
        expect(verdict(Math.max(one, other))).toBeGreaterThanOrEqual(verdict(Math.min(one, other)));
      }),
    );
  });

  test("is near by the mark, or by the look-alike where that is more", () => {
    expect(nearnessOf(probabilities({ G: 0.2 }), "G", rule)).toBeCloseTo(0.5);
    expect(nearnessOf(probabilities({ G: 0.45, Q: 0.9 }), "G", rule)).toBeCloseTo(0.5);
    expect(nearnessOf(probabilities({ G: 0.8 }), "G", rule)).toBeCloseTo(2);
  });
});
