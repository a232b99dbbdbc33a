import { type HandRanges, letters } from "@signify/core";
import { featureNames } from "@signify/core/correction";

/** The text of `hand-ranges.json`: one line for each way to sign a letter. */
export function handRangesText(ranges: HandRanges): string {
  const lines = letters.map((letter) => {
    const ways = ranges[letter].map((way) => JSON.stringify(featureNames.map((name) => way[name] ?? null)));
    return `${JSON.stringify(letter)}:[${ways.join(",\n")}]`;
  });
  return `{"features":${JSON.stringify(featureNames)},\n"letters":{\n${lines.join(",\n")}\n}}\n`;
}
