import { isRecord } from "./is-record.ts";
import { oneOf } from "./one-of.ts";

/** Which letters are practiced one after the other: all of them, those that go worst, or those of a level. */
export const practiceWays = ["all", "weak", "level-1", "level-2", "level-3", "level-4", "level-5"] as const;
/** One of {@link practiceWays}. */
export type PracticeWay = (typeof practiceWays)[number];

/** Letters a day to choose from as a goal; 0 is none. */
export const dailyGoals = [0, 10, 20, 40] as const;

/** How fast the hand spells in the reading practice. */
export const readingSpeeds = ["slow", "medium", "fast"] as const;
/** One of {@link readingSpeeds}. */
export type ReadingSpeed = (typeof readingSpeeds)[number];

/** How somebody wants to learn. */
export type LearningSettings = {
  /** The hand they sign with, and whether they were asked. */
  hand: "right" | "left";
  handAsked: boolean;
  /** How the hand beside theirs is shown, and whether they were asked: like a mirror, or as somebody opposite is seen. */
  view: "mirror" | "front";
  viewAsked: boolean;
  /** The asked letter is drawn over the camera picture. */
  ghost: boolean;
  /** A phone vibrates when a letter passes. */
  vibrate: boolean;
  /** The hand and the words are hidden until they are asked for. */
  recall: boolean;
  way: PracticeWay;
  /** Every level is open. */
  openAll: boolean;
  goal: (typeof dailyGoals)[number];
  readingSpeed: ReadingSpeed;
};

/** What is in force until somebody chooses. */
export const defaultLearning: LearningSettings = {
  hand: "right",
  handAsked: false,
  view: "mirror",
  viewAsked: false,
  ghost: false,
  vibrate: true,
  recall: false,
  way: "all",
  openAll: false,
  goal: 20,
  readingSpeed: "slow",
};

/** These settings from a value that was kept; anything odd in it falls back to the default. */
export function learningOf(value: unknown): LearningSettings {
  const stored: Partial<Record<keyof LearningSettings, unknown>> = isRecord(value) ? value : {};
  return {
    hand: oneOf(stored.hand, ["right", "left"], defaultLearning.hand),
    // Who chose a hand before there was a question has answered it.
    handAsked: stored.handAsked === true || stored.hand === "left",
    view: oneOf(stored.view, ["mirror", "front"], defaultLearning.view),
    viewAsked: stored.viewAsked === true,
    ghost: stored.ghost === true,
    vibrate: stored.vibrate !== false,
    recall: stored.recall === true,
    way: oneOf(stored.way, practiceWays, defaultLearning.way),
    openAll: stored.openAll === true,
    goal: oneOf(stored.goal, dailyGoals, defaultLearning.goal),
    readingSpeed: oneOf(stored.readingSpeed, readingSpeeds, defaultLearning.readingSpeed),
  };
}
