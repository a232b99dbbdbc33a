import { type LaunchedServer, launchServer, readMetrics, sumOfMetric } from "@signify/server/launch";
import { childrenOf } from "../processes/processes.ts";
import { type LearnerOptions, liveAsLearner } from "./learner.ts";
import { originalLessons } from "./original-lesson.ts";
import { readProcessFigures } from "./process-figures.ts";
import type { Sample } from "./sample.ts";
import { type Random, seededRandom } from "./seeded-random.ts";
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
  const hands = await loadShownHands(server.url);
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
      liveAsLearner({
        ...kind,
        ...{ url: server.url, hands, tally, signal },
        random: seededRandom(seed + index),
      }),
    );
  const accidents = killNowAndThen(server, seededRandom(seed - 1), signal);

  const samples: Sample[] = [];
  const start = performance.now();
  const interval = Math.min(minute, (minutes * minute) / 4);
  while (performance.now() - start < minutes * minute - interval / 2) {
    await Bun.sleep(start + (samples.length + 1) * interval - performance.now());
    const sample: Sample = {
      minutes: Math.round((performance.now() - start) / (minute / 100)) / 100,
      ...readProcessFigures(server.pid),
      ...tally,
      killed: accidents.count,
      restarted: sumOfMetric(await readMetrics(server), "signify_vision_restarts_total"),
    };
    samples.push(sample);
    onSample(sample);
  }
  home.abort();
  await Promise.all(learners);
  const verdict = judge(samples);
  return { ...verdict, problems: [...verdict.problems, ...(await problemsAtTheEnd(server))] };
}

/** Kills a vision process now and then, until the signal. */
function killNowAndThen(server: LaunchedServer, random: Random, signal: AbortSignal): { count: number } {
  const accidents = { count: 0 };
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    timer = setTimeout(kill, random.between(20_000, 60_000));
  };
  const kill = () => {
    const children = childrenOf(server.pid);
    if (children.length > 0) {
      process.kill(random.oneOf(children), "SIGKILL");
      accidents.count += 1;
    }
    wait();
  };
  wait();
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  return accidents;
}

/** What is still there when nobody is, and how the server ends. */
async function problemsAtTheEnd(server: LaunchedServer): Promise<string[]> {
  const left = async () => {
    const values = await readMetrics(server);
    return {
      connections: sumOfMetric(values, "signify_connections"),
      frames:
        sumOfMetric(values, "signify_frames_accepted_total") - sumOfMetric(values, "signify_frames_total"),
    };
  };
  let rest = await left();
  for (let tries = 0; tries < 100 && (rest.connections > 0 || rest.frames > 0); tries++) {
    await Bun.sleep(200);
    rest = await left();
  }
  server.signal("SIGTERM");
  const code = await server.exited;
  return [
    ...Object.entries(rest).flatMap(([what, count]) =>
      count === 0 ? [] : [`${count} ${what} left at the end`],
    ),
    ...(code === 0 ? [] : [`the server ended with code ${code}`]),
    ...(server.complaints === "" ? [] : ["the server wrote to standard error"]),
  ];
}
