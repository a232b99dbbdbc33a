import { parseArgs } from "node:util";
import { letterIndex } from "@signify/core";
import {
  createBatchingClassifier,
  loadLetterModel,
  type OnnxLetterModel,
  readLetterModelFile,
} from "@signify/vision/letters";
import {
  type CorrectionEvaluation,
  evaluateCorrections,
  type Followed,
} from "./corrections/correction-figures.ts";
import { correctionsText } from "./corrections/corrections-text.ts";
import { followCorrection } from "./corrections/follow-correction.ts";
import { readHeldOutNetworks } from "./corrections/held-out-networks.ts";
import { type Judged, judgeCorrections } from "./corrections/judge-corrections.ts";
import { measureRanges } from "./corrections/measure-ranges.ts";
import { readHeld } from "./corrections/read-held.ts";
import { type RecordedHand, readRecordedHands } from "./corrections/recorded-hand.ts";
import { toLandmarks } from "./corrections/to-landmarks.ts";
import { type UsualHand, usualHands } from "./corrections/usual-hands.ts";
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
  const usual = usualHands(seen);
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
  const followed = await follow(model, judged, usual);

  const classifier = createBatchingClassifier({ model: Promise.resolve(model), maxBatch: 32 });
  const options = { classifier, rules: { verdict, ...rules }, handRanges };
  const recordings = samplesOfEach(
    unseen.filter(({ frames }) => frames.length > 1),
    watchedEach,
  );
  const watched = await Promise.all(recordings.map((hand) => isCorrectedThoughRight(hand, options)));
  return { judged, followed, watched };
}

/** Follows some of the corrections, and reads the hands again. */
async function follow(
  model: OnnxLetterModel,
  judged: Judged[],
  usual: ReadonlyMap<string, UsualHand>,
): Promise<Followed[]> {
  const corrected = judged.flatMap(({ hand, reading, asked, key }) => {
    const way = usual.get(asked);
    if (key === null || key === "draw-letter" || !way || hand.letter === asked) return [];
    return [{ hand, reading, asked, points: () => followCorrection(hand.points, key, way) }];
  });
  const some = evenly(corrected, Math.ceil(corrected.length / followedOfEach));
  const readings = await readHeld(
    model,
    some.map(({ hand, points }) => toLandmarks(points(), hand.isLeft)),
  );
  return some.flatMap(({ reading: before, asked }, at) => {
    const after = readings[at];
    if (!after) return [];
    const of = ({ probabilities }: typeof after) => probabilities[letterIndex(asked)] ?? 0;
    const raised = of(after) > of(before);
    return [{ asked, raised, raisedInAll: of(after) * after.letterness > of(before) * before.letterness }];
  });
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
