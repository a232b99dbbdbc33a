import { letters } from "@signify/core";
import { featureNames } from "@signify/core/correction";

/** A `hand-ranges.json` that knows nothing of how a letter is signed, so that nothing is ever corrected by it. */
export function handRangesFile(): string {
  const unknown = featureNames.map(() => null);
  const rows = Object.fromEntries(letters.map((letter) => [letter, [unknown]]));
  return JSON.stringify({ features: featureNames, letters: rows });
}
