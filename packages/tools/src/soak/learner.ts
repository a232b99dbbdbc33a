import type { Random } from "../random/seeded-random.ts";
import type { Lesson, OpenLesson } from "./lesson.ts";
import type { ShownHand } from "./shown-hands.ts";
import type { Tally } from "./tally.ts";

/** Options of {@link liveAsLearner}. */
export type LearnerOptions = {
  url: string;
  openLesson: OpenLesson;
  hands: readonly ShownHand[];
  random: Random;
  tally: Tally;
  framesPerSecond: number;
  /** Aborted when it is time to go home. */
  signal: AbortSignal;
};

/** Milliseconds after which a reset counts as forgotten. */
const patience = 30_000;

/** Comes and goes until it is time to go home: lessons of chance length, with pauses of chance between them. */
export async function liveAsLearner(options: LearnerOptions): Promise<void> {
  const { url, openLesson, random, tally, signal } = options;
  while (!signal.aborted) {
    const lesson = await openLesson(url).catch(() => undefined);
    if (!lesson) {
      tally.cutOff += 1;
      await Bun.sleep(1000);
      continue;
    }
    tally.connections += 1;
    let isOver = false;
    lesson.ended.then(() => {
      if (!isOver) tally.cutOff += 1;
      isOver = true;
    });
    const camera = setInterval(() => lesson.show(), 1000 / options.framesPerSecond);
    for (let letters = random.between(1, 8); letters > 0 && !signal.aborted && !isOver; letters--) {
      await learnLetters(lesson, options);
    }
    clearInterval(camera);
    isOver = true;
    // Half of them while a frame is under way.
    if (random.chance(0.5)) lesson.show();
    lesson.leave(random.chance(0.5) ? "politely" : "without a word");
    await Bun.sleep(random.between(0, 3000));
  }
}

/** Learns a letter, or skips a few in haste before that, and shows the last one for a while. */
async function learnLetters(lesson: Lesson, { hands, random, tally }: LearnerOptions): Promise<void> {
  const skipped = random.chance(0.3) ? Math.ceil(random.between(0, 3)) : 0;
  const acknowledged = Promise.all(
    Array.from({ length: skipped + 1 }, () => lesson.learn(random.oneOf(hands))),
  );
  const isInTime = await Promise.race([
    acknowledged.then(() => true),
    lesson.ended.then(() => true),
    Bun.sleep(patience).then(() => false),
  ]);
  if (!isInTime) tally.cutOff += 1;
  await Bun.sleep(random.between(500, 6000));
}
