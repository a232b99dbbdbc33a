import { type Letter, letters } from "@signify/core";

/** Accuracy of one source, 0..1, in all and by letter; `null` for a source without a sample. */
export type SourceResult = {
  file: string;
  accuracy: number | null;
  samples: number;
  letters: Partial<Record<Letter, number>>;
};

/** The whole evaluation: mean and worst over the sources that have samples. */
export type Evaluation = { mean: number | null; worst: number | null; sources: SourceResult[] };

const round = (value: number) => Math.round(value * 1e4) / 1e4;
const share = (read: readonly { wanted: Letter; read: Letter | null }[]) =>
  round(read.filter((one) => one.wanted === one.read).length / read.length);

/** Counts one source's readings. */
export function tallySource(
  file: string,
  readings: readonly { wanted: Letter; read: Letter | null }[],
): SourceResult {
  const byLetter = letters.flatMap((letter) => {
    const ofLetter = readings.filter(({ wanted }) => wanted === letter);
    return ofLetter.length > 0 ? [[letter, share(ofLetter)] as const] : [];
  });
  const accuracy = readings.length > 0 ? share(readings) : null;
  return { file, accuracy, samples: readings.length, letters: Object.fromEntries(byLetter) };
}

/** Mean and worst over sources, each source counting the same. */
export function summarize(sources: SourceResult[]): Evaluation {
  const accuracies = sources.flatMap(({ accuracy }) => (accuracy === null ? [] : [accuracy]));
  if (accuracies.length === 0) return { mean: null, worst: null, sources };
  const mean = accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / accuracies.length;
  return { mean: round(mean), worst: Math.min(...accuracies), sources };
}

const inFull = (accuracy: number | null) => accuracy?.toFixed(4) ?? "–     ";

/** The table for people: a row per source, its weakest letters last. */
export function evaluationTable({ mean, worst, sources }: Evaluation): string {
  const width = Math.max(...sources.map(({ file }) => file.length));
  const rows = sources.map((source) => {
    const weakest = Object.entries(source.letters)
      .filter(([, accuracy]) => accuracy < 1)
      .sort(([, one], [, other]) => one - other)
      .slice(0, 5)
      .map(([letter, accuracy]) => `${letter} ${accuracy.toFixed(2)}`);
    return `${source.file.padEnd(width)}  ${inFull(source.accuracy)}  ${String(source.samples).padStart(7)}  ${weakest.join("  ")}`;
  });
  const head = `${"source".padEnd(width)}  accuracy  samples  weakest letters`;
  return [head, ...rows, `mean ${inFull(mean)}, worst ${inFull(worst)}`].join("\n");
}
