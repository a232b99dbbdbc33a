import { letterCount, letters } from "@signify/core";
import { testModel } from "@signify/core/testing";

/** What `model.json` would say of a made-up letter model, to be answered by a worker that reads letters. */
export function letterDescription(): object {
  return {
    ...{ name: testModel.name, version: testModel.version, sha256: testModel.digest },
    output: { embedding: { type: "float32", shape: ["batch", letterCount] } },
    verdict: {
      hold: 3,
      letters: Object.fromEntries(letters.map((letter) => [letter, { shown: 0.4, almost: 0.3 }])),
    },
    myHand: {
      letters: "ABCDEFGHIKLMNOPQRSTUVWXY",
      gain: 20,
      floor: 0.5,
      contrast: 5,
      leastProbability: 0.01,
    },
  };
}
