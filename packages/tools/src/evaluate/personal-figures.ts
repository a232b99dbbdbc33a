import {
  decodeSample,
  directionOf,
  encodeSample,
  type HandSamples,
  type Letter,
  letterIndex,
  meanOf,
} from "@signify/core";
import type { Random } from "../random/seeded-random.ts";
import type { ReadClip } from "./read-clip.ts";
import { share } from "./round.ts";
import { likeliest, type Smoothing, smoothed } from "./smoothed.ts";

/** One sample of one person, as it was read. */
export type PersonSample = { wanted: Letter; read: ReadClip };

/** Options of {@link personalFigures}. */
export type PersonalOptions = Smoothing & {
  /** Samples of each letter that the person teaches. */
  samplesPerLetter: number;
  /** How many times other samples are drawn to be taught. */
  draws: number;
  random: Random;
};

/** How a person's samples are read by their own hand. */
export type PersonalFigures = {
  /** Of samples that were not taught. */
  right: number;
  tested: number;
  /** Samples that the product would not have taken for their letter, of all that were to be taught. */
  refused: number;
  taught: number;
};

/**
 * Teaches some samples of each letter, as the product takes them, and reads the others; again and again with other
 * samples. A sample that the product would refuse is not taught.
 */
export function personalFigures(samples: readonly PersonSample[], options: PersonalOptions): PersonalFigures {
  const figures = { right: 0, tested: 0, refused: 0, taught: 0 };
  for (let draw = 0; draw < options.draws; draw++) {
    const { hand, taught, refused } = teach(samples, options);
    figures.taught += taught.size;
    figures.refused += refused;
    for (const sample of samples) {
      if (taught.has(sample) || sample.read.atEnd === 0) continue;
      figures.tested += 1;
      const distributions = smoothed(lastOf(sample.read, options.size), options, hand);
      if (likeliest(distributions.at(-1)) === sample.wanted) figures.right += 1;
    }
  }
  return figures;
}

/** The share that is read right; null where nothing was left to be read. */
export function personalAccuracy(figures: readonly PersonalFigures[]): number | null {
  const sum = (of: keyof PersonalFigures) => figures.reduce((total, one) => total + one[of], 0);
  return share(sum("right"), sum("tested"));
}

function teach(
  samples: readonly PersonSample[],
  { myHand, size, samplesPerLetter, random }: PersonalOptions,
): { hand: HandSamples; taught: Set<PersonSample>; refused: number } {
  const hand = new Map<Letter, Float32Array[]>();
  const taught = new Set<PersonSample>();
  let refused = 0;
  for (const letter of myHand.letters) {
    const left = samples.filter(({ wanted, read }) => wanted === letter && read.atEnd > 0);
    for (let index = 0; index < samplesPerLetter && left.length > 0; index++) {
      const sample = random.oneOf(left);
      left.splice(left.indexOf(sample), 1);
      taught.add(sample);
      const direction = sampleDirection(sample, letter, { size, myHand });
      if (direction) hand.set(letter, [...(hand.get(letter) ?? []), direction]);
      else refused += 1;
    }
  }
  return { hand, taught, refused };
}

/** The direction as it would be kept; undefined where the product would refuse the sample. */
function sampleDirection({ read }: PersonSample, letter: Letter, { size, myHand }: Smoothing) {
  const { readings } = lastOf(read, size);
  const mean = meanOf(readings.map(({ distribution }) => distribution));
  const letterness = mean.reduce((sum, probability) => sum + probability, 0);
  const direction = directionOf(meanOf(readings.map(({ embedding }) => embedding)));
  if (!direction || (mean[letterIndex(letter)] ?? 0) / letterness < myHand.leastProbability) return undefined;
  return decodeSample(encodeSample(direction), myHand.dimensions);
}

/** The last readings of a clip while it was shown: those that are smoothed into one. */
function lastOf(read: ReadClip, size: number): ReadClip {
  const readings = read.readings.slice(Math.max(0, read.atEnd - (read.still ? 1 : size)), read.atEnd);
  return { ...read, readings, atEnd: readings.length };
}
