import type { SourceResult } from "./evaluate-letters.ts";
import type { NonLetterResult } from "./evaluate-non-letters.ts";
import type { Evaluation } from "./evaluation.ts";

const inFull = (share: number | null | undefined) => share?.toFixed(4) ?? "–     ";
const inPercent = (share: number | null) => (share === null ? "–" : `${(share * 100).toFixed(2)} %`);

/** The tables for people: sources with their weakest letters, people, verdicts by letter, confusions, what is no letter. */
export function evaluationText(evaluation: Evaluation): string {
  const { mean, worst, personal, sources, nonLetters } = evaluation;
  const byOwnHand =
    personal && `by their own hand: mean ${inFull(personal.mean)}, worst ${inFull(personal.worst)}`;
  return [
    sourceTable(sources, personal !== undefined),
    [`mean ${inFull(mean)}, worst ${inFull(worst)}`, byOwnHand].filter(Boolean).join("; "),
    ...(sources.some(({ people }) => people.length > 1) ? ["", peopleTable(sources)] : []),
    ...(mean === null ? [] : ["", verdictTable(evaluation), "", confusionLine(evaluation)]),
    ...(nonLetters.length > 0 ? ["", nonLetterTable(nonLetters)] : []),
    ...leftOut([...sources, ...nonLetters]),
  ].join("\n");
}

function sourceTable(sources: readonly SourceResult[], isPersonal: boolean): string {
  const width = Math.max(6, ...sources.map(({ file }) => file.length));
  const rows = sources.map((source) => {
    const weakest = Object.entries(source.letters)
      .filter(([, accuracy]) => accuracy < 1)
      .sort(([, one], [, other]) => one - other)
      .slice(0, 5)
      .map(([letter, accuracy]) => `${letter} ${accuracy.toFixed(2)}`);
    const cells = [source.file.padEnd(width), inFull(source.accuracy)];
    if (isPersonal) cells.push(`  ${inFull(source.personal)}`);
    return [...cells, String(source.samples).padStart(7), ...weakest].join("  ").trimEnd();
  });
  const head = [
    `source`.padEnd(width),
    "accuracy",
    ...(isPersonal ? ["own hand"] : []),
    "samples",
    "weakest letters",
  ];
  return [head.join("  "), ...rows].join("\n");
}

function peopleTable(sources: readonly SourceResult[]): string {
  const rows = sources
    .filter(({ people }) => people.length > 1)
    .flatMap(({ file, people }) =>
      people.map(({ signer, accuracy, personal, samples }) => {
        const own = personal === undefined ? "" : `  ${inFull(personal)}`;
        return `${file} ${signer}  ${inFull(accuracy)}${own}  ${samples}`;
      }),
    );
  return ["people", ...rows].join("\n");
}

function verdictTable({ verdicts }: Evaluation): string {
  const rows = Object.entries(verdicts.letters).map(
    ([letter, { passed, falsePassed, mostBy, mostFalsePassed }]) => {
      const most = mostBy ? `${mostBy} ${inPercent(mostFalsePassed)}` : "";
      return `${letter}  ${inPercent(passed).padStart(8)}  ${inPercent(falsePassed).padStart(8)}  ${most}`.trimEnd();
    },
  );
  return [
    "verdict: letters that pass when they are asked, other letters that pass for them, and which does most",
    ...rows,
    `all: ${inPercent(verdicts.passed)} pass; of other letters ${inPercent(verdicts.falsePassed)}`,
  ].join("\n");
}

function confusionLine({ confusions }: Evaluation): string {
  const most = confusions.slice(0, 12).map(({ wanted, read, count }) => `${wanted} as ${read} ${count}`);
  return `read as another letter, most often: ${most.join(", ") || "none"}`;
}

function nonLetterTable(nonLetters: readonly NonLetterResult[]): string {
  const rows = nonLetters.flatMap(({ file, labels }) =>
    Object.entries(labels).map(
      ([name, { samples, letterness, falsePassed }]) =>
        `${file} ${name}: letterness ${inFull(letterness)}, passes for a letter ${inPercent(falsePassed)}, ${samples} samples`,
    ),
  );
  return ["hands that are no letter", ...rows].join("\n");
}

/** What was not read, and why: nothing is left out in silence. */
function leftOut(
  sources: readonly (Pick<SourceResult, "file" | "personal"> & {
    skipped: Partial<SourceResult["skipped"]>;
  })[],
): string[] {
  const lines = sources.flatMap(({ file, skipped, personal }) => {
    const { frames = 0, samples = 0, frozen = 0, suspect = 0 } = skipped;
    const parts = [
      frames > 0 && `${frames} frames that are no numbers`,
      samples > 0 && `${samples} samples with nothing but such frames`,
      frozen > 0 && `${frozen} samples of movements that were held still`,
      suspect > 0 && `${suspect} samples with suspect labels`,
      personal === null && "nobody's own hand, because its people are not told apart or too little was shown",
    ].filter(Boolean);
    return parts.length > 0 ? [`${file}: ${parts.join(", ")}`] : [];
  });
  return lines.length > 0 ? ["", "left out", ...lines] : [];
}
