import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { handRangesText } from "./corrections/hand-ranges-text.ts";
import { measureRanges } from "./corrections/measure-ranges.ts";
import { readRecordedHands } from "./corrections/recorded-hand.ts";
import { runCommand } from "./run-command.ts";

const usage = `Usage: bun run hand-ranges --data DIR --out FILE

Measures how people sign each letter (bends, spreads, the thumb's place, where palm and hand point) on landmark files
(sources.json and the safetensors files that it lists), and writes them as models/letters/hand-ranges.json, by which
corrections are found. How good those are for people who are not among them: bun run evaluate-corrections.`;

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: { data: { type: "string" }, out: { type: "string" }, help: { type: "boolean" } },
  });
  if (values.help) return "usage";
  if (!values.data || !values.out) throw new Error(`Expected --data DIR and --out FILE.\n\n${usage}`);
  const hands = await readRecordedHands(values.data);
  const text = handRangesText(measureRanges(hands));
  writeFileSync(values.out, text);
  const people = new Set(hands.map(({ person }) => person)).size;
  process.stdout.write(`${hands.length} hands of ${people} names: ${text.length} bytes\n`);
  return "done";
});
