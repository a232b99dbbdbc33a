import { type AnswerCheck, checkAnswer } from "./check-answer.ts";

/** One word to read. */
export type ReadingRound = {
  word: string;
  /** How often it was asked for slower. */
  timesSlower: number;
  /** What the last answer was worth. */
  check: AnswerCheck | undefined;
  /** How it ended: read, or shown. */
  end: "read" | "shown" | undefined;
};

/** A word that was not spelled yet. */
export function startReading(word: string): ReadingRound {
  return { word, timesSlower: 0, check: undefined, end: undefined };
}

/** After an answer. There are as many tries as somebody likes; a word that is over is over. */
export function answerReading(round: ReadingRound, answer: string): ReadingRound {
  if (round.end) return round;
  const check = checkAnswer(round.word, answer);
  return { ...round, check, end: check.outcome === "right" ? "read" : undefined };
}

/** After somebody gave up and was shown the word. */
export function showWord(round: ReadingRound): ReadingRound {
  return round.end ? round : { ...round, end: "shown" };
}

/** After somebody asked for it slower. */
export function slowDown(round: ReadingRound): ReadingRound {
  return { ...round, timesSlower: round.timesSlower + 1 };
}
