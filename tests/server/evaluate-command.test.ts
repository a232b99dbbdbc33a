import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
  sources: { file: string; accuracy: number | null; samples: number; letters: Record<string, number> }[];
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
  expect(Object.keys(evaluation)).toEqual(["mean", "worst", "sources"]);
  const [sequences, stills, nothing] = evaluation.sources;
  expect(Object.keys(sequences ?? {}).sort()).toEqual(["accuracy", "file", "letters", "samples"]);
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
  expect(rows).toHaveLength(5);
  expect(rows[0]).toMatch(/^source +accuracy +samples +weakest letters$/);
  expect(rows.at(-1)).toMatch(/^mean \d\.\d{4}, worst \d\.\d{4}$/);
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
