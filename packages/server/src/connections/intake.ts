import { type Clock, createTokenBucket, type TokenBucketOptions } from "@signify/core";

/** What is to be done with a message: read it, drop it unread, or close the connection. */
export type Verdict = "read" | "drop" | "close";

/** Counts what one connection sends, before anything of it is read. */
export type Intake = {
  /** Counts a message, a ping or a pong of this length (bytes, or characters of text). */
  judge(length: number): Verdict;
  /** The share (0..1) of what is borne that it has used up and that has not come back yet. */
  readonly strain: number;
};

/** Options of {@link createIntake}. */
export type IntakeOptions = {
  /** Frames, and other messages, that are read in a second. */
  maxRate: number;
  /** Length of the largest message. */
  maxLength: number;
  clock: Clock;
  /** The share (0..1] of each burst, and of what is borne beyond, that there is at the start; default 1. */
  credit?: number;
};

/** Messages that come at once when a network was stuck for some seconds. */
const leastBurst = 600;
/** What is dropped unread before the connection is closed: so many messages, or so much in length. */
const patience = 1000;
const lengthPerPatience = 16 * 1024;

/**
 * An honest client stays below: at the allowed rates it sends `2 · maxRate` messages a second, and pings. What is more
 * is dropped, which costs next to nothing; whoever goes on all the same is closed.
 */
export function createIntake({ maxRate, maxLength, clock, credit = 1 }: IntakeOptions): Intake {
  const messageRate = 4 * maxRate;
  const lengthRate = maxLength * Math.max(2, maxRate / 4);
  const messageBurst = Math.max(leastBurst, messageRate);
  const messages = createAllowance({ rate: messageRate, capacity: messageBurst, clock, level: credit });
  // One message may always have the greatest length.
  const lengthLevel = Math.max(credit, maxLength / lengthRate);
  const lengths = createAllowance({ rate: lengthRate, capacity: lengthRate, clock, level: lengthLevel });
  const excess = createAllowance({ rate: maxRate, capacity: patience, clock, level: credit });

  return {
    judge(length) {
      if (messages.take() && lengths.take(length)) return "read";
      return excess.take(1 + length / lengthPerPatience) ? "drop" : "close";
    },
    get strain() {
      return Math.max(messages.used, lengths.used, excess.used);
    },
  };
}

/** A bucket that knows how much of it was used, however little there was at the start. */
function createAllowance(options: TokenBucketOptions) {
  const full = createTokenBucket({ ...options, level: 1 });
  // Who begins with all of it, as nearly everyone does, needs no second one.
  const bucket = options.level === 1 ? full : createTokenBucket(options);
  return {
    take: (amount?: number) => bucket.take(amount) && (bucket === full || full.take(amount)),
    get used() {
      return 1 - full.level;
    },
  };
}
