import { parseArgs } from "node:util";
import { type LetterClassifier, letterAt, type RecognizerSettings } from "@signify/core";
import { createBatchingClassifier, loadLetterModel, readLetterModelFile } from "@signify/vision/letters";
import { type EvaluatedSource, evaluateLetters } from "./evaluate/evaluate-letters.ts";
import { evaluateNonLetters, type NonLetterResult } from "./evaluate/evaluate-non-letters.ts";
import { summarize } from "./evaluate/evaluation.ts";
import { evaluationText } from "./evaluate/print-evaluation.ts";
import { type ReadClip, readClip } from "./evaluate/read-clip.ts";
import { type Clip, readClips } from "./evaluate/read-clips.ts";
import { isLetterSource, readSources } from "./evaluate/sources.ts";
import { readingSettings } from "./reading-settings/reading-settings.ts";
import { runCommand } from "./run-command.ts";

/** Clips that are shown side by side, so that the letter model gets full batches. */
const together = 64;
/** Frames of two seconds of a slow camera. */
const showingFrames = 30;
const draws = 10;
const seed = 20_261_127;

const usage = `Usage: bun run evaluate --data DIR [--samples-per-letter N] [--json]

Runs landmark files (sources.json and the safetensors files that it lists) through the recognizer's window, letter model
and smoothing, and prints the accuracy by source, person and letter, confusions, and verdicts: the letters that pass when
they are asked, and what else passes for them. A still sample stands for a hand that is held; at the end of a sequence the
hand is held until ${showingFrames} frames are shown, two seconds of a slow camera. Files with labels instead of letters are hands that are
no letter. The shipped model has seen these people if they were in its training data: what it does for people it has never
seen stands in models/letters/evaluation.json.
  --samples-per-letter N  1, 2 or 3: each person teaches so many samples of each letter, as "my hand" takes them, and the
                          others are read by them; the mean of ten draws with a fixed seed
  --json                  one JSON object: mean, worst, personal, verdicts, confusions, sources, nonLetters`;

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      "samples-per-letter": { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean" },
    },
  });
  if (values.help) return "usage";
  if (!values.data) throw new Error(`Expected --data DIR.\n\n${usage}`);
  const samplesPerLetter = readSamplesPerLetter(values["samples-per-letter"]);

  const settings = readingSettings(process.env).recognizer;
  const { rules } = readLetterModelFile();
  const model = await loadLetterModel();
  const classifier = createBatchingClassifier({ model: Promise.resolve(model), maxBatch: 32 });
  const smoothingSize = settings.smoothingSize;
  const evaluated: EvaluatedSource[] = [];
  const nonLetters: NonLetterResult[] = [];
  for (const source of await readSources(values.data)) {
    const { file } = source;
    const isLetters = isLetterSource(source);
    const { clips: all, skipped } = await readClips(values.data, source, isLetters ? "letter" : "label");
    const isOf = (names: string) => (clip: Clip) => isLetters && names.includes(letterAt(clip.label));
    const isFrozen = isOf(isLetters ? source.frozenMotionLetters : "");
    const isSuspect = isOf(isLetters ? source.suspectLetters : "");
    const clips = all.filter((clip) => !isFrozen(clip) && !isSuspect(clip));
    const still = !isLetters || source.kind === "static";
    const read = await readAll(clips, { classifier, settings, still }, (done) =>
      process.stderr.write(`\r${file}: ${done} of ${clips.length} `),
    );
    process.stderr.write("\n");
    if (isLetters) {
      const frozen = all.filter(isFrozen).length;
      const suspect = all.filter((clip) => isSuspect(clip) && !isFrozen(clip)).length;
      const samples = read.map(({ clip, ...rest }) => ({
        ...rest,
        wanted: letterAt(clip.label),
        signer: clip.signer,
      }));
      const peopleAreKnown = new Set(clips.map(({ signer }) => signer)).size >= (source.signers ?? 1);
      evaluated.push(
        evaluateLetters(samples, {
          ...{ file, rules, smoothingSize, samplesPerLetter, draws, seed, peopleAreKnown },
          skipped: { ...skipped, frozen, suspect },
        }),
      );
    } else {
      const samples = read.map(({ clip, read }) => ({ label: clip.label, read }));
      const names = Object.keys(source.labels);
      nonLetters.push(evaluateNonLetters(samples, { file, names, rules, smoothingSize, skipped }));
    }
  }
  await model.release();
  const evaluation = summarize(evaluated, nonLetters);
  process.stdout.write(`${values.json ? JSON.stringify(evaluation) : evaluationText(evaluation)}\n`);
  return "done";
});

function readSamplesPerLetter(text: string | undefined): number | undefined {
  if (text === undefined || ["1", "2", "3"].includes(text))
    return text === undefined ? undefined : Number(text);
  throw new Error("Expected --samples-per-letter to be 1, 2 or 3.");
}

type Parts = { classifier: LetterClassifier; settings: RecognizerSettings; still: boolean };

/** Reads many clips side by side. */
async function readAll(
  clips: readonly Clip[],
  parts: Parts,
  progress: (done: number) => void,
): Promise<{ clip: Clip; read: ReadClip }[]> {
  const readings = new Map<Clip, ReadClip>();
  const queue = clips.values();
  const lane = async () => {
    for (const clip of queue) {
      readings.set(clip, await readClip(clip.frames, { ...parts, frames: showingFrames }));
      if (readings.size % 500 === 0 || readings.size === clips.length) progress(readings.size);
    }
  };
  await Promise.all(Array.from({ length: together }, lane));
  // In the order of the file, whichever was read first: what is drawn by chance must be the same each time.
  return clips.flatMap((clip) => {
    const read = readings.get(clip);
    return read ? [{ clip, read }] : [];
  });
}
