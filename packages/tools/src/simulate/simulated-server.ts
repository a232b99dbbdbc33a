import type { Clock } from "@signify/core";

/** One learner's frames, each of which ends once or is still there. Times are milliseconds. */
export type Learner = {
  frames: number;
  superseded: number;
  answered: number;
  failed: number;
  /** When the frame that waits came. */
  waiting?: number | undefined;
  isInHand: boolean;
  /** When the last answer came, and the longest time between two. */
  answeredAt: number;
  longestSilence: number;
};

/** A picture on its way to a process and back. */
export type Picture = {
  /** A process begins to look at it. */
  begin(): void;
  end(isAnswered: boolean): void;
};

/** The connections of a server that wait for a process. */
export type WaitingConnections = {
  readonly waiting: number;
  /** The frame of the one that has waited longest; `undefined` where none waits. */
  take(): Picture | undefined;
};

/** Options of {@link createSimulatedServer}. */
export type SimulatedServerOptions = {
  clock: Clock;
  learners: number;
  /** One more connection waits for a process. */
  onWaiting: () => void;
  /** A picture was looked at so many milliseconds after a process was asked for. */
  onBegin: (waited: number) => void;
  /** A picture was answered so many milliseconds after it had come. */
  onAnswer: (age: number) => void;
};

/** A server as far as it shares out processes: its learners, and who of them waits. */
export type SimulatedServer = WaitingConnections & {
  readonly learners: readonly Learner[];
  /** A learner's camera sends a frame; it takes the place of the one that waits. */
  receive(learner: Learner): void;
};

/**
 * Has the rules of a real server: the newest frame waits, at most one picture of a connection is in hand, and a frame is
 * chosen when a process is there. Simplified: whose turn it is goes by who came first, not by vision time used.
 */
export function createSimulatedServer(options: SimulatedServerOptions): SimulatedServer {
  const { clock, onWaiting, onBegin, onAnswer } = options;
  const learners = Array.from({ length: options.learners }, newLearner);
  const queue: { learner: Learner; since: number }[] = [];

  const wait = (learner: Learner) => {
    queue.push({ learner, since: clock() });
    onWaiting();
  };

  return {
    learners,
    get waiting() {
      return queue.length;
    },
    receive(learner) {
      learner.frames += 1;
      const isFirst = learner.waiting === undefined;
      if (!isFirst) learner.superseded += 1;
      learner.waiting = clock();
      if (isFirst && !learner.isInHand) wait(learner);
    },
    take() {
      const turn = queue.shift();
      if (!turn) return undefined;
      const { learner, since } = turn;
      const came = learner.waiting ?? clock();
      learner.waiting = undefined;
      learner.isInHand = true;
      return {
        begin: () => onBegin(clock() - since),
        end(isAnswered) {
          learner.isInHand = false;
          if (isAnswered) {
            onAnswer(clock() - came);
            noteAnswer(learner, clock());
          } else learner.failed += 1;
          if (learner.waiting !== undefined) wait(learner);
        },
      };
    },
  };
}

/** From now on is counted: what is still there counts as if it came now. */
export function countFrom(learner: Learner, now: number): void {
  const there = (learner.waiting === undefined ? 0 : 1) + (learner.isInHand ? 1 : 0);
  Object.assign(learner, {
    frames: there,
    superseded: 0,
    answered: 0,
    failed: 0,
    answeredAt: now,
    longestSilence: 0,
  });
}

const newLearner = (): Learner => ({
  frames: 0,
  superseded: 0,
  answered: 0,
  failed: 0,
  isInHand: false,
  answeredAt: 0,
  longestSilence: 0,
});

function noteAnswer(learner: Learner, now: number): void {
  learner.answered += 1;
  learner.longestSilence = Math.max(learner.longestSilence, now - learner.answeredAt);
  learner.answeredAt = now;
}
