import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeSafetensors } from "@signify/tools/testing";
import { runCommand } from "../support/run-command.ts";

/** `bun run evaluate` on a small made-up folder of data. */

const folder = mkdtempSync(join(tmpdir(), "signify-evaluate-"));
const data = join(folder, "data");
const shared = fileURLToPath(new URL("../../../shared/data/letters", import.meta.url));

type Evaluation = {
  mean: number | null;
  worst: number | null;
  personal?: { mean: number | null; worst: number | null };
  verdicts: { passed: number | null; falsePassed: number | null; letters: Record<string, unknown> };
  sources: {
    file: string;
    accuracy: number | null;
    personal?: number | null;
    samples: number;
    letters: Record<string, number>;
    people: { signer: number; personal?: number | null }[];
    skipped: Record<string, number>;
  }[];
  nonLetters: { file: string; labels: Record<string, { samples: number; letterness: number | null }> }[];
};

/** A made-up open hand in image coordinates, in the right slot. */
const openHand = Array.from({ length: 21 }, (_, point) => {
  const finger = Math.floor((point - 1) / 4);
  const joint = point === 0 ? 0 : ((point - 1) % 4) + 1;
  return [0.5 + (finger - 2) * 0.03 * joint, 0.8 - 0.09 * joint - (point === 0 ? 0 : 0.1), -0.01 * joint];
}).flat();

function source(name: string, samples: { letter: string; frames: number }[], more: object = {}) {
  const offsets = [0];
  for (const { frames } of samples) offsets.push((offsets.at(-1) ?? 0) + frames);
  const count = offsets.at(-1) ?? 0;
  const file = writeSafetensors({
    landmarks: new Float32Array(Array.from({ length: count }, () => openHand).flat()),
    offsets: new Int32Array(offsets),
    letter: new Uint8Array(samples.map(({ letter }) => letter.charCodeAt(0) - 65)),
    hand: new Uint8Array(samples.map(() => 2)),
    signer: new Uint8Array(samples.length),
  });
  writeFileSync(join(data, name), new Uint8Array(file));
  return {
    file: name,
    kind: "sequence",
    aspect: 4 / 3,
    frozenMotionLetters: "",
    suspectLetters: "",
    ...more,
  };
}

beforeAll(() => {
  mkdirSync(data);
  writeFileSync(
    join(data, "sources.json"),
    JSON.stringify([
      source("two-letters.safetensors", [
        { letter: "B", frames: 12 },
        { letter: "A", frames: 12 },
        { letter: "A", frames: 3 },
      ]),
      source("stills.safetensors", [{ letter: "B", frames: 1 }], { kind: "static" }),
      source("all-left-out.safetensors", [{ letter: "J", frames: 12 }], { frozenMotionLetters: "JZ" }),
    ]),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test("--json: one object with mean, worst and sources, and nothing else on standard output", async () => {
  const { code, output, complaints } = await runCommand("evaluate", ["--data", data, "--json"]);
  expect(code).toBe(0);
  const evaluation: Evaluation = JSON.parse(output);
  expect(Object.keys(evaluation)).toEqual([
    ...["mean", "worst", "verdicts", "confusions", "sources", "nonLetters"],
  ]);
  const [sequences, stills, nothing] = evaluation.sources;
  expect(Object.keys(sequences ?? {}).sort()).toEqual([
    ...["accuracy", "falsePassed", "file", "letters", "passed", "people", "samples", "skipped"],
  ]);
  expect(sequences).toMatchObject({ file: "two-letters.safetensors", samples: 3 });
  expect(Object.keys(sequences?.letters ?? {})).toEqual(["A", "B"]);
  expect(stills).toMatchObject({ file: "stills.safetensors", samples: 1 });
  expect(nothing).toMatchObject({ accuracy: null, samples: 0, letters: {} });
  const accuracies = [sequences?.accuracy ?? -1, stills?.accuracy ?? -1];
  for (const accuracy of accuracies) expect(accuracy).toBeWithin(0, 1.0001);
  expect(evaluation.mean).toBeCloseTo((accuracies[0]! + accuracies[1]!) / 2, 3);
  expect(evaluation.worst).toBe(Math.min(...accuracies));
  expect(complaints).toContain("two-letters.safetensors: 3 of 3");
});

test("the same hand under two names is right at most once, and a sample that is too short never", async () => {
  const { output } = await runCommand("evaluate", ["--data", data, "--json"]);
  const { letters = {} } = (JSON.parse(output) as Evaluation).sources[0] ?? {};
  expect((letters.A ?? 0) + (letters.B ?? 0)).toBeLessThanOrEqual(1);
  expect(letters.A).toBeLessThanOrEqual(0.5);
});

test("the table names each source", async () => {
  const { code, output } = await runCommand("evaluate", ["--data", data]);
  expect(code).toBe(0);
  const rows = output.trimEnd().split("\n");
  expect(rows[0]).toMatch(/^source +accuracy +samples +weakest letters$/);
  for (const file of ["two-letters", "stills", "all-left-out"])
    expect(rows.slice(1, 4).some((row) => row.startsWith(`${file}.safetensors`))).toBe(true);
  expect(rows[4]).toMatch(/^mean \d\.\d{4}, worst \d\.\d{4}$/);
  expect(rows.at(-1)).toBe("all-left-out.safetensors: 1 samples of movements that were held still");
});

describe("with --samples-per-letter", () => {
  const evaluate = async (folder: string) => {
    const args = ["--data", folder, "--samples-per-letter", "1", "--json"];
    const { code, output } = await runCommand("evaluate", args);
    expect(code).toBe(0);
    return JSON.parse(output) as Evaluation;
  };

  test("says how people are read by their own hand, the same each time", async () => {
    const people = join(folder, "people");
    mkdirSync(people, { recursive: true });
    const samples = ["B", "B", "B", "A", "A"].map((letter) => ({ letter, frames: 12 }));
    const sources = [
      source("two-letters.safetensors", samples, { signers: 1 }),
      source("not-told-apart.safetensors", samples, { signers: 2 }),
    ];
    for (const { file } of sources) renameSync(join(data, file), join(people, file));
    writeFileSync(join(people, "sources.json"), JSON.stringify(sources));
    const evaluation = await evaluate(people);
    const [one, mixed] = evaluation.sources;
    expect(one?.personal).toBeWithin(0, 1.0001);
    expect(one?.people).toMatchObject([{ signer: 0, personal: one?.personal }]);
    expect(mixed?.personal).toBeNull();
    expect(evaluation.personal).toEqual({ mean: one?.personal, worst: one?.personal } as never);
    expect(await evaluate(people)).toEqual(evaluation);
  });

  test.each(["0", "4", "one", ""])("%p is refused", async (count) => {
    const { code, complaints } = await runCommand("evaluate", [
      "--data",
      data,
      "--samples-per-letter",
      count,
    ]);
    expect(code).toBe(1);
    expect(complaints).toContain("Expected --samples-per-letter to be 1, 2 or 3.");
  });
});

test("hands that are no letter, and files without depth, are read as their source says", async () => {
  const mixed = join(folder, "mixed");
  mkdirSync(mixed);
  const flat = openHand.map((value, index) => (index % 3 === 2 ? Number.NaN : value));
  const write = (name: string, label: "letter" | "label") => {
    const tensors = {
      landmarks: new Float32Array([...flat, ...flat]),
      offsets: new Int32Array([0, 1, 2]),
      [label]: new Uint8Array([0, 1]),
      hand: new Uint8Array([2, 2]),
    };
    writeFileSync(join(mixed, name), new Uint8Array(writeSafetensors(tensors)));
  };
  write("flat.safetensors", "letter");
  write("unsaid.safetensors", "letter");
  write("digits.safetensors", "label");
  const letters = { kind: "static", aspect: 1, frozenMotionLetters: "", suspectLetters: "" };
  writeFileSync(
    join(mixed, "sources.json"),
    JSON.stringify([
      { ...letters, file: "flat.safetensors", dimensions: 2 },
      { ...letters, file: "unsaid.safetensors" },
      { file: "digits.safetensors", aspect: 1, dimensions: 2, labels: { "digit 1": 1, "digit 5": 1 } },
    ]),
  );
  const { output } = await runCommand("evaluate", ["--data", mixed, "--json"]);
  const { sources, nonLetters } = JSON.parse(output) as Evaluation;
  expect(sources.map(({ samples, skipped }) => [samples, skipped.frames, skipped.samples])).toEqual([
    [2, 0, 0],
    [0, 2, 2],
  ]);
  expect(nonLetters[0]?.labels).toMatchObject({ "digit 1": { samples: 1 }, "digit 5": { samples: 1 } });
});

describe("without a result", () => {
  test.each<[string, string[], string]>([
    ["no --data", [], "Expected --data DIR."],
    ["a folder that is not there", ["--data", join(folder, "nowhere")], "Expected --data to name a folder"],
    ["an unknown option", ["--MARKER"], "--MARKER"],
  ])(
    "%s: exit code 1, a message on standard error, nothing on standard output",
    async (_, args, expected) => {
      const { code, output, complaints } = await runCommand("evaluate", args);
      expect({ code, output }).toEqual({ code: 1, output: "" });
      expect(complaints).toContain(expected);
      expect(complaints).not.toMatch(/^\s+at /m);
    },
  );

  test("a file that is listed but missing, or cut short, is named", async () => {
    const broken = join(folder, "broken");
    mkdirSync(broken);
    const listed = {
      file: "gone.safetensors",
      kind: "static",
      aspect: 1,
      frozenMotionLetters: "",
      suspectLetters: "",
    };
    writeFileSync(join(broken, "sources.json"), JSON.stringify([listed]));
    const missing = await runCommand("evaluate", ["--data", broken, "--json"]);
    expect({ code: missing.code, output: missing.output }).toEqual({ code: 1, output: "" });
    expect(missing.complaints).toContain("gone.safetensors");
    writeFileSync(join(broken, "gone.safetensors"), "short");
    const cut = await runCommand("evaluate", ["--data", broken, "--json"]);
    expect(cut.code).toBe(1);
    expect(cut.complaints).toContain("gone.safetensors");
  });
});

test.skipIf(!existsSync(shared))(
  "one real source is read as well as it should be (needs ../shared/data/letters)",
  async () => {
    const real = join(folder, "real");
    mkdirSync(real);
    const sources: { file: string }[] = await Bun.file(join(shared, "sources.json")).json();
    const one = sources.filter(({ file }) => file === "techyrushi.safetensors");
    writeFileSync(join(real, "sources.json"), JSON.stringify(one));
    await Bun.write(join(real, "techyrushi.safetensors"), Bun.file(join(shared, "techyrushi.safetensors")));
    const { code, output } = await runCommand("evaluate", ["--data", real, "--json"]);
    expect(code).toBe(0);
    expect((JSON.parse(output) as Evaluation).mean).toBeGreaterThan(0.9);
  },
);
