import { parseArgs } from "node:util";
import {
  createBatchingClassifier,
  loadLetterModel,
  type OnnxLetterModel,
  readLetterModelFile,
} from "@signify/vision/letters";
import { type CorrectionEvaluation, evaluateCorrections } from "./corrections/correction-figures.ts";
import { correctionsText } from "./corrections/corrections-text.ts";
import { followAll } from "./corrections/follow-all.ts";
import { readHeldOutNetworks } from "./corrections/held-out-networks.ts";
import { judgeCorrections } from "./corrections/judge-corrections.ts";
import { measureRanges } from "./corrections/measure-ranges.ts";
import { readHeld } from "./corrections/read-held.ts";
import { type RecordedHand, readRecordedHands } from "./corrections/recorded-hand.ts";
import { usualHands } from "./corrections/usual-hands.ts";
import { isCorrectedThoughRight } from "./corrections/watch-right.ts";
import { evenly, samplesOfEach } from "./corrections/weighed-hands.ts";
import { runCommand } from "./run-command.ts";

/** Samples of one letter of one person, that are judged, and that are watched as if by a camera. */
const judgedEach = 8;
const watchedEach = 2;
/** One correction in so many is followed. */
const followedOfEach = 16;

const usage = `Usage: bun run evaluate-corrections --data DIR --networks DIR [--json]

How good corrections are for people whom neither the letter model nor the ranges have ever seen. Every letter is asked while
each of their hands shows one: does what is named truly differ (by a chart of how manuals describe the letters), is the right
letter left alone, and does following a correction raise the asked letter's probability? --networks names a folder that
models/training/held_out.py wrote. Recordings without depth are left out.
  --json  one JSON object`;

const { verdict, ...rules } = readLetterModelFile().rules;

/** What is measured of the people whom one network has never seen. */
async function measure(model: OnnxLetterModel, unseen: RecordedHand[], seen: RecordedHand[]) {
  const handRanges = measureRanges(seen);
  const hands = samplesOfEach(unseen, judgedEach);
  const readings = await readHeld(
    model,
    hands.map(({ landmarks }) => landmarks),
  );
  const judged = hands.flatMap((hand, at) => {
    const reading = readings[at];
    // A letter of movement that is held still is another one.
    return reading && !"JZ".includes(hand.letter)
      ? judgeCorrections(hand, reading, { ranges: handRanges, verdict })
      : [];
  });
  const corrected = judged.filter(({ hand, asked, key }) => hand.letter !== asked && key !== null);
  const followed = await followAll(evenly(corrected, Math.ceil(corrected.length / followedOfEach)), {
    ...{ model, usual: usualHands(seen), ranges: handRanges, verdict },
  });

  const classifier = createBatchingClassifier({ model: Promise.resolve(model), maxBatch: 32 });
  const options = { classifier, rules: { verdict, ...rules }, handRanges };
  const recordings = samplesOfEach(
    unseen.filter(({ frames }) => frames.length > 1),
    watchedEach,
  );
  const watched = await Promise.all(recordings.map((hand) => isCorrectedThoughRight(hand, options)));
  return { judged, followed, watched };
}

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      networks: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean" },
    },
  });
  if (values.help) return "usage";
  if (!values.data || !values.networks)
    throw new Error(`Expected --data DIR and --networks DIR.\n\n${usage}`);
  const hands = await readRecordedHands(values.data);
  const measured: Awaited<ReturnType<typeof measure>>[] = [];
  for (const { path, unseen } of await readHeldOutNetworks(values.networks)) {
    const model = await loadLetterModel(path);
    const isUnseen = ({ person }: RecordedHand) => unseen.includes(person);
    measured.push(
      await measure(
        model,
        hands.filter(isUnseen),
        hands.filter((hand) => !isUnseen(hand)),
      ),
    );
    await model.release();
    process.stderr.write(`${unseen.join(", ")}: done\n`);
  }
  const evaluation: CorrectionEvaluation = evaluateCorrections(
    measured.flatMap(({ judged }) => judged),
    measured.flatMap(({ followed }) => followed),
    measured.flatMap(({ watched }) => watched),
  );
  process.stdout.write(
    `${values.json ? JSON.stringify(evaluation, undefined, 1) : correctionsText(evaluation)}\n`,
  );
  return "done";
});
