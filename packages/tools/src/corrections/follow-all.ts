import { type Letter, letterIndex } from "@signify/core";
import type { HandPoints } from "@signify/core/correction";
import type { BatchLetterModel } from "@signify/vision/letters";
import type { Followed } from "./correction-figures.ts";
import { followCorrection } from "./follow-correction.ts";
import { type Judged, type JudgeOptions, judgeHand } from "./judge-corrections.ts";
import { type HeldReading, readHeld } from "./read-held.ts";
import { toLandmarks } from "./to-landmarks.ts";
import type { UsualHand } from "./usual-hands.ts";

/** Corrections that a learner follows one after the other, at most. */
const mostSteps = 8;

/** What it takes to follow corrections. */
export type FollowOptions = JudgeOptions & {
  model: BatchLetterModel;
  /** Where the parts of a hand usually are, by letter. */
  usual: ReadonlyMap<Letter, UsualHand>;
};

/** Somebody who follows what is said, and how their hand is read now. */
type Learner = {
  asked: Letter;
  isLeft: boolean;
  points: HandPoints;
  reading: HeldReading;
  first?: Omit<Followed, "asked" | "reached">;
  reached: boolean;
  /** Nothing more is said. */
  isStuck: boolean;
};

/** Follows the first correction of each, and then what is said of the hand that results, until the letter is shown. */
export async function followAll(judged: readonly Judged[], options: FollowOptions): Promise<Followed[]> {
  const learners = judged.map(
    ({ hand: { isLeft, points }, reading, asked }): Learner => ({
      ...{ asked, isLeft, points, reading },
      ...{ reached: false, isStuck: false },
    }),
  );
  for (let step = 0; step < mostSteps; step++) {
    await followOnce(
      learners.filter(({ reached, isStuck }) => !reached && !isStuck),
      options,
    );
  }
  return learners.flatMap(({ asked, first, reached }) => (first ? [{ asked, ...first, reached }] : []));
}

async function followOnce(learners: Learner[], { model, usual, ...rules }: FollowOptions): Promise<void> {
  const moving = learners.filter((learner) => {
    const { asked, isLeft, points, reading } = learner;
    const { key } = judgeHand(toLandmarks(points, isLeft), reading, asked, rules);
    const way = usual.get(asked);
    learner.isStuck = key === null || key === "draw-letter" || !way;
    if (key && way && !learner.isStuck) learner.points = followCorrection(points, key, way);
    return !learner.isStuck;
  });
  const readings = await readHeld(
    model,
    moving.map(({ points, isLeft }) => toLandmarks(points, isLeft)),
  );
  for (const [at, learner] of moving.entries()) {
    const after = readings[at];
    if (!after) continue;
    const { asked, isLeft, points, reading: before } = learner;
    const of = ({ probabilities }: HeldReading) => probabilities[letterIndex(asked)] ?? 0;
    learner.first ??= {
      raised: of(after) > of(before),
      raisedInAll: of(after) * after.letterness > of(before) * before.letterness,
    };
    learner.reading = after;
    learner.reached = judgeHand(toLandmarks(points, isLeft), after, asked, rules).verdict === "shown";
  }
}
