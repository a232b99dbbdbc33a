import { launchServer, readMetrics, sumOfMetric } from "@signify/server/launch";
import { seededRandom } from "../random/seeded-random.ts";
import { endServer } from "./end-server.ts";
import { killNowAndThen } from "./kill-now-and-then.ts";
import { type LearnerOptions, liveAsLearner } from "./learner.ts";
import { originalLessons } from "./original-lesson.ts";
import { readProcessFigures } from "./process-figures.ts";
import type { Sample } from "./sample.ts";
import { loadShownHands } from "./shown-hands.ts";
import { emptyTally } from "./tally.ts";
import { typedLessons } from "./typed-lesson.ts";
import { judge, type Verdict } from "./verdict.ts";

/** Options of {@link runSoak}. */
export type SoakOptions = {
  minutes: number;
  seed: number;
  /** Told how things stand, once a minute; in a short soak, a quarter of it apart. */
  onSample: (sample: Sample) => void;
};

const minute = 60_000;
/** Learners of each kind. */
const ofEachKind = 2;

/** Starts a server, lets learners come and go and vision processes die, and judges what that left behind. */
export async function runSoak({ minutes, seed, onSample }: SoakOptions): Promise<Verdict> {
  await using server = await launchServer();
  const { url, pid } = server;
  const hands = await loadShownHands(url);
  const tally = emptyTally();
  const home = new AbortController();
  const { signal } = home;

  const kinds: Pick<LearnerOptions, "openLesson" | "framesPerSecond">[] = [
    { openLesson: typedLessons("picture", tally), framesPerSecond: 5 },
    { openLesson: typedLessons("landmarks", tally), framesPerSecond: 15 },
    { openLesson: originalLessons(tally), framesPerSecond: 5 },
  ];
  const learners = Array.from({ length: ofEachKind }, () => kinds)
    .flat()
    .map((kind, index) =>
      liveAsLearner({ ...kind, url, hands, tally, signal, random: seededRandom(seed + index) }),
    );
  const killed = killNowAndThen(pid, seededRandom(seed - 1), signal);

  const look = async (): Promise<Sample> => ({
    minutes: Math.round((performance.now() - start) / (minute / 100)) / 100,
    ...readProcessFigures(pid),
    ...tally,
    killed: killed.count,
    restarted: sumOfMetric(await readMetrics(server), "signify_vision_restarts_total"),
  });
  const samples: Sample[] = [];
  const start = performance.now();
  const interval = Math.min(minute, (minutes * minute) / 4);
  while (performance.now() - start < minutes * minute - interval / 2) {
    await Bun.sleep(start + (samples.length + 1) * interval - performance.now());
    const sample = await look();
    samples.push(sample);
    onSample(sample);
  }
  home.abort();
  await Promise.all(learners);
  const verdict = judge(samples, tally);
  return { ...verdict, problems: [...verdict.problems, ...(await endServer(server))] };
}
