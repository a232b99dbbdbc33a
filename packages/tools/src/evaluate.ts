import { parseArgs } from "node:util";
import type { Letter, LetterClassifier } from "@signify/core";
import { createBatchingClassifier, loadLetterModel } from "@signify/vision/letters";
import { type LetterSample, readSamples, readSources } from "./evaluate/letter-samples.ts";
import { readSample } from "./evaluate/read-sample.ts";
import { evaluationTable, summarize, tallySource } from "./evaluate/tally.ts";
import { readingSettings } from "./reading-settings/reading-settings.ts";
import { runCommand } from "./run-command.ts";

const usage = `Usage: bun run evaluate --data DIR [--json]

Runs landmark files (sources.json and the safetensors files that it lists) through the recognizer's window, letter model
and smoothing, and prints the accuracy by source and letter. The shipped model has seen these signers if they were in its
training data: what it does for signers it has never seen stands in models/letters/evaluation.json.
  --json  one JSON object: mean, worst, sources (file, accuracy, samples, letters)`;

const together = 64;

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean" },
    },
  });
  if (values.help) return "usage";
  if (!values.data) throw new Error(`Expected --data DIR.\n\n${usage}`);

  const settings = readingSettings(process.env).recognizer;
  const model = await loadLetterModel();
  const classifier = createBatchingClassifier({ model: Promise.resolve(model), maxBatch: 32 });
  const results = [];
  for (const source of await readSources(values.data)) {
    const samples = await readSamples(values.data, source);
    const readings = await readAll(samples, classifier, settings, (done) => {
      process.stderr.write(`\r${source.file}: ${done} of ${samples.length} `);
    });
    process.stderr.write("\n");
    results.push(tallySource(source.file, readings));
  }
  await model.release();
  const evaluation = summarize(results);
  process.stdout.write(`${values.json ? JSON.stringify(evaluation) : evaluationTable(evaluation)}\n`);
  return "done";
});

type Read = { wanted: Letter; read: Letter | null };

/** Reads many samples side by side, so that the letter model gets full batches. */
async function readAll(
  samples: readonly LetterSample[],
  classifier: LetterClassifier,
  settings: Parameters<typeof readSample>[2],
  progress: (done: number) => void,
): Promise<Read[]> {
  const readings: Read[] = [];
  const queue = samples.values();
  const lane = async () => {
    for (const sample of queue) {
      readings.push({ wanted: sample.letter, read: await readSample(sample, classifier, settings) });
      if (readings.length % 500 === 0 || readings.length === samples.length) progress(readings.length);
    }
  };
  await Promise.all(Array.from({ length: together }, lane));
  return readings;
}
