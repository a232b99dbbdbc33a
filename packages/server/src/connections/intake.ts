import { type Clock, createTokenBucket } from "@signify/core";

/** What is to be done with a message: read it, drop it unread, or close the connection. */
export type Verdict = "read" | "drop" | "close";

/** Counts what one connection sends, before anything of it is read. */
export type Intake = {
  /** Counts a message, a ping or a pong of this length (bytes, or characters of text). */
  judge(length: number): Verdict;
};

/** Options of {@link createIntake}. */
export type IntakeOptions = {
  /** Frames, and other messages, that are read in a second. */
  maxRate: number;
  /** Length of the largest message. */
  maxLength: number;
  clock: Clock;
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
export function createIntake({ maxRate, maxLength, clock }: IntakeOptions): Intake {
  const messageRate = 4 * maxRate;
  const lengthRate = maxLength * Math.max(2, maxRate / 4);
  const messages = createTokenBucket({
    rate: messageRate,
    capacity: Math.max(leastBurst, messageRate),
    clock,
  });
  const lengths = createTokenBucket({ rate: lengthRate, capacity: lengthRate, clock });
  const excess = createTokenBucket({ rate: maxRate, capacity: patience, clock });

  return {
    judge(length) {
      if (messages.take() && lengths.take(length)) return "read";
      return excess.take(1 + length / lengthPerPatience) ? "drop" : "close";
    },
  };
}
