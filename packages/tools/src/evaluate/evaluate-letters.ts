import { type Letter, type LetterModel, letters } from "@signify/core";
import { seededRandom } from "../random/seeded-random.ts";
import {
  type PersonalFigures,
  type PersonSample,
  personalAccuracy,
  personalFigures,
} from "./personal-figures.ts";
import { share } from "./round.ts";
import { likeliest, smoothed } from "./smoothed.ts";
import { passesOf, type Showing, sumVerdicts } from "./verdict-figures.ts";

/** A sample that was read, and who shows it. */
export type ReadSample = PersonSample & { signer: number };

/** Accuracy of one person, 0..1. */
export type PersonResult = {
  signer: number;
  samples: number;
  accuracy: number | null;
  personal?: number | null;
};

/** Accuracy of one source, 0..1, in all, by letter and by person; null where there is no sample. */
export type SourceResult = {
  file: string;
  accuracy: number | null;
  samples: number;
  letters: Partial<Record<Letter, number>>;
  people: PersonResult[];
  /** Share of showings that pass for their letter, and of (showing, other letter) that pass for what they are not. */
  passed: number | null;
  falsePassed: number | null;
  /** Frames, and whole samples, that are no numbers; samples left out because the source says that they are not what they are called. */
  skipped: { frames: number; samples: number; frozen: number; suspect: number };
  /** Accuracy by each person's own hand; null where the file does not tell its people apart. */
  personal?: number | null;
  /** Share of the samples to be taught that the product would not take. */
  refused?: number | null;
};

/** What one source came to, with what the figures over all sources are made of. */
export type EvaluatedSource = {
  result: SourceResult;
  showings: Showing[];
  confusions: { wanted: Letter; read: Letter }[];
};

/** Options of {@link evaluateLetters}. */
export type EvaluateLettersOptions = {
  file: string;
  rules: LetterModel["rules"];
  smoothingSize: number;
  skipped: SourceResult["skipped"];
  /** Samples of each letter that a person teaches; none: nobody's hand is read by. */
  samplesPerLetter?: number | undefined;
  draws: number;
  seed: number;
  /** Whether the file tells its people apart. */
  peopleAreKnown: boolean;
};

/** The figures of one source's samples. */
export function evaluateLetters(
  samples: readonly ReadSample[],
  options: EvaluateLettersOptions,
): EvaluatedSource {
  const { file, rules, smoothingSize, skipped, samplesPerLetter } = options;
  const smoothing = { size: smoothingSize, myHand: rules.myHand };
  const read = samples.map((sample) => {
    const distributions = smoothed(sample.read, smoothing);
    const letter = likeliest(distributions[sample.read.atEnd - 1]);
    return { ...sample, letter, passes: passesOf(distributions, rules.verdict, sample.read.still) };
  });
  const accuracyOf = (of: typeof read) =>
    share(of.filter(({ wanted, letter }) => wanted === letter).length, of.length);

  const signers = [...new Set(samples.map(({ signer }) => signer))].sort((one, other) => one - other);
  const personal = new Map<number, PersonalFigures>();
  if (samplesPerLetter !== undefined && options.peopleAreKnown) {
    for (const signer of signers) {
      const own = samples.filter((sample) => sample.signer === signer);
      const random = seededRandom(options.seed + signer);
      const { draws } = options;
      personal.set(signer, personalFigures(own, { ...smoothing, samplesPerLetter, draws, random }));
    }
  }
  const byLetter = letters.flatMap((letter) => {
    const ofLetter = read.filter(({ wanted }) => wanted === letter);
    return ofLetter.length > 0 ? [[letter, accuracyOf(ofLetter) ?? 0] as const] : [];
  });
  const people = signers.map((signer): PersonResult => {
    const own = read.filter((sample) => sample.signer === signer);
    const figures = personal.get(signer);
    return {
      ...{ signer, samples: own.length, accuracy: accuracyOf(own) },
      ...(samplesPerLetter !== undefined && { personal: figures ? personalAccuracy([figures]) : null }),
    };
  });
  const figures = [...personal.values()];
  const total = (of: "refused" | "taught") => figures.reduce((sum, one) => sum + one[of], 0);
  return {
    result: {
      ...{ file, accuracy: accuracyOf(read), samples: read.length, letters: Object.fromEntries(byLetter) },
      ...{ people, ...sumVerdicts(read), skipped },
      ...(samplesPerLetter !== undefined && {
        personal: personalAccuracy(figures),
        refused: share(total("refused"), total("taught")),
      }),
    },
    showings: read.map(({ wanted, passes }) => ({ wanted, passes })),
    confusions: read.flatMap(({ wanted, letter }) =>
      letter && letter !== wanted ? [{ wanted, read: letter }] : [],
    ),
  };
}
