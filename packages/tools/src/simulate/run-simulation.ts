import { round } from "../bench/statistics.ts";
import { seededRandom } from "../random/seeded-random.ts";
import { frameInterval, startCamera } from "./camera.ts";
import { type DesignName, designs } from "./designs/create-design.ts";
import type { DesignFigures, Fault } from "./designs/design.ts";
import { type Shares, type Spread, sharesOf, spreadOf } from "./figures.ts";
import { drawServiceTimes, type ServiceTimes } from "./service-times.ts";
import { countFrom, createSimulatedServer, type Learner } from "./simulated-server.ts";
import { createVirtualTime } from "./virtual-time.ts";

/** Options of {@link runSimulation}. */
export type SimulationOptions = {
  design: DesignName;
  workers: number;
  /** Of each worker. */
  processes: number;
  servers: number;
  /** What learners ask for, as a share of what processes that never rest could do; above 1 it is more. */
  load: number;
  /** How many times as many learners the first server has as each of the others. */
  unequal: number;
  /** Milliseconds from a client to the engine, and from it to a client. */
  hop: number;
  serviceTimes: ServiceTimes;
  /** What is measured, after {@link warmUp}. */
  seconds: number;
  /** Befalls the first worker or the first server when a quarter of the time is over. */
  fault?: { who: "worker" | "server"; what: Fault } | undefined;
  seed: number;
};

/** How a simulated cluster did. Times are milliseconds. */
export type SimulationFigures = {
  learners: number;
  /** All frames of the time that is measured; what is neither is still there. */
  frames: { came: number; answered: number; superseded: number; failed: number };
  /** Answers of each learner. */
  framesPerSecond: Shares;
  /** Of the learners of each server, on average. */
  framesPerSecondOfServers: Shares;
  /** From asking for a process until it looks at the picture. */
  wait: Spread;
  /** From a frame's arrival to its answer. */
  age: Spread;
  /** The longest time that any learner had no answer. */
  longestSilence: number;
  /** Of the processes' time, how much they look at pictures. */
  utilization: number;
  /** What was said for each picture that was answered. */
  perPicture: DesignFigures;
};

/** Milliseconds that are not measured: pictures and processes find their places. */
const warmUp = 500;

/** Runs a cluster in virtual time. The same options give the same figures. */
export function runSimulation(options: SimulationOptions): SimulationFigures {
  const { seconds, fault } = options;
  const random = seededRandom(options.seed);
  const time = createVirtualTime();
  const serviceTimes = drawServiceTimes(options.serviceTimes);
  const measured = { waits: [] as number[], ages: [] as number[], busy: 0 };

  const design = designs[options.design]({
    ...options,
    time,
    random,
    serviceTimes,
    onLooked(milliseconds) {
      measured.busy += milliseconds;
    },
  });
  const processes = options.workers * options.processes;
  const learners = Math.round((options.load * processes * frameInterval) / serviceTimes.mean);
  const servers = shareOut(learners, options.servers, options.unequal).map((count) => {
    let onWaiting = () => {};
    const server = createSimulatedServer({
      clock: time.clock,
      learners: count,
      onWaiting: () => onWaiting(),
      onBegin: (waited) => void measured.waits.push(waited),
      onAnswer: (age) => void measured.ages.push(age),
    });
    onWaiting = design.connect(server);
    for (const learner of server.learners)
      startCamera({ ...time, random, onFrame: () => server.receive(learner) });
    return server;
  });
  // Nobody can help the learners of a server that is gone; how the others fare is the question.
  const counted = fault?.who === "server" ? servers.slice(1) : servers;
  const all = counted.flatMap((server) => server.learners);

  time.runUntil(warmUp);
  for (const learner of all) countFrom(learner, warmUp);
  Object.assign(measured, { waits: [], ages: [], busy: 0 });
  const before = design.figures();
  if (fault) {
    const { who, what } = fault;
    const strike = who === "worker" ? design.breakWorker : design.breakServer;
    time.timers.after(250 * seconds, () => strike(0, what));
  }
  const end = warmUp + 1000 * seconds;
  time.runUntil(end);

  const rate = (learner: Learner) => learner.answered / seconds;
  const total = (what: "frames" | "answered" | "superseded" | "failed") =>
    all.reduce((sum, learner) => sum + learner[what], 0);
  const pictures = total("answered");
  return {
    learners,
    frames: {
      came: total("frames"),
      answered: pictures,
      superseded: total("superseded"),
      failed: total("failed"),
    },
    framesPerSecond: sharesOf(all.map(rate)),
    framesPerSecondOfServers: sharesOf(counted.map((server) => mean(server.learners.map(rate)))),
    wait: spreadOf(measured.waits),
    age: spreadOf(measured.ages),
    longestSilence: round(
      all.reduce((most, one) => Math.max(most, one.longestSilence, end - one.answeredAt), 0),
    ),
    utilization: round(measured.busy / (processes * 1000 * seconds)),
    perPicture: perPicture(before, design.figures(), pictures),
  };
}

/** So many learners for each of the servers, the first of which has `unequal` times as many as the others. */
function shareOut(learners: number, servers: number, unequal: number): number[] {
  const parts = servers - 1 + unequal;
  const others = Array.from(
    { length: servers - 1 },
    (_, index) => Math.floor((learners * (index + 1)) / parts) - Math.floor((learners * index) / parts),
  );
  return [learners - others.reduce((sum, count) => sum + count, 0), ...others];
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function perPicture(before: DesignFigures, after: DesignFigures, pictures: number): DesignFigures {
  const each = (from: number, to: number) => round((to - from) / pictures);
  return {
    published: each(before.published, after.published),
    delivered: each(before.delivered, after.delivered),
    subscribed: each(before.subscribed, after.subscribed),
    offers: Object.fromEntries(
      Object.entries(after.offers).map(([end, count]) => [end, each(before.offers[end] ?? 0, count)]),
    ),
  };
}
