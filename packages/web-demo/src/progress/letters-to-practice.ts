import { type Letter, letters } from "@signify/core";
import type { PracticeWay } from "../shell/learning-settings.ts";
import { levels } from "./levels.ts";
import type { Progress } from "./progress.ts";
import { weakestLetters } from "./weakest-letters.ts";

/** The level that a way of practicing is, from 0; none for the other ways. */
export function levelOf(way: PracticeWay): number | undefined {
  return way === "all" || way === "weak" ? undefined : Number(way.slice("level-".length)) - 1;
}

/** The letters that are practiced one after the other, in the order of the alphabet. */
export function lettersToPractice(way: PracticeWay, progress: Progress): readonly Letter[] {
  if (way === "weak") return weakestLetters(progress);
  return levels[levelOf(way) ?? -1] ?? letters;
}

/** The letter after or before `letter` among those that are practiced, round and round; `letter` need not be one of them. */
export function besideLetter(practiced: readonly Letter[], letter: Letter, step: 1 | -1): Letter {
  const along = step === 1 ? practiced : practiced.toReversed();
  return along.find((one) => (one > letter ? 1 : one < letter ? -1 : 0) === step) ?? along[0] ?? letter;
}
