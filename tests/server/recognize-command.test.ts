import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { letterPicture, wallPicture } from "../support/pictures.ts";
import { runCommand } from "../support/run-command.ts";

/** `bun run recognize`, here and on a server. */

const folder = mkdtempSync(join(tmpdir(), "signify-recognize-"));
const at = (name: string) => join(folder, name);

let server: LaunchedServer;
beforeAll(async () => {
  writeFileSync(at("b.jpg"), letterPicture("B"));
  writeFileSync(at("l.jpg"), letterPicture("L"));
  writeFileSync(at("wall.jpg"), await wallPicture());
  writeFileSync(at("not a picture.jpg"), "MARKER");
  mkdirSync(at("named"));
  for (const [name, letter] of [
    ["B-t1", "B"],
    ["L-t1", "L"],
    ["Y-x", "B"],
  ] as const)
    writeFileSync(at(`named/${name}.jpg`), letterPicture(letter));
  for (const [name, frames] of [
    ["long", 40],
    ["just enough", 8],
    ["too short", 3],
  ] as const) {
    mkdirSync(at(name));
    for (let frame = 1; frame <= frames; frame++)
      writeFileSync(join(at(name), `frame-${frame}.jpg`), letterPicture("W"));
  }
  // A still takes eight looks, by a process of low priority: five seconds may be over beside busy loops.
  server = await launchServer({ environment: { AUTH_TOKEN: "open-sesame", VISION_TIMEOUT_MS: "60000" } });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

type Line = {
  path: string;
  hands: number;
  letter: string | null;
  probability: number | null;
  error?: string;
};

const linesOf = (output: string): Line[] =>
  output
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe.each([
  ["here", () => [] as string[]],
  ["on a server", () => ["--server", server.url]],
])("%s", (_, where) => {
  const recognize = (...args: string[]) =>
    runCommand("recognize", [...args, ...where()], { AUTH_TOKEN: "open-sesame" });
  /** Recognizes, and shows what was said where it did not end well. */
  const recognizeWell = async (...args: string[]) => {
    const { code, output, complaints } = await recognize(...args);
    expect(code, output + complaints).toBe(0);
    return { output, complaints };
  };

  test("pictures: a line of JSON each, in order, and nothing else on standard output", async () => {
    const { output } = await recognizeWell("--json", at("l.jpg"), at("wall.jpg"), at("b.jpg"));
    const lines = linesOf(output);
    expect(lines).toEqual([
      {
        path: at("l.jpg"),
        hands: 1,
        letter: "L",
        probability: expect.any(Number),
        milliseconds: expect.any(Number),
      },
      { path: at("wall.jpg"), hands: 0, letter: null, probability: null, milliseconds: expect.any(Number) },
      {
        path: at("b.jpg"),
        hands: 1,
        letter: "B",
        probability: expect.any(Number),
        milliseconds: expect.any(Number),
      },
    ] as never);
    for (const { probability } of lines) if (probability !== null) expect(probability).toBeWithin(0.5, 1);
  });

  test("a folder of numbered frames: one sequence, one line", async () => {
    const { output } = await recognizeWell("--json", at("long"));
    expect(linesOf(output)).toMatchObject([{ path: at("long"), hands: 1, letter: "W" }]);
  });

  test("a sequence whose last frame is the first that can be read is read", async () => {
    const { output } = await recognize("--json", at("just enough"));
    expect(linesOf(output)).toMatchObject([{ letter: "W" }]);
  });

  test("a sequence that is too short has a hand but no letter", async () => {
    const { output } = await recognizeWell("--json", at("too short"));
    expect(linesOf(output)).toMatchObject([{ hands: 1, letter: null, probability: null }]);
  });

  test("the table: a head, and a row for each", async () => {
    const { output } = await recognizeWell(at("b.jpg"), at("wall.jpg"));
    const [head, letter, wall, end] = output.split("\n");
    expect(head).toMatch(/^path +hands +letter +probability +ms$/);
    expect(letter).toMatch(/b\.jpg +1 +B +0\.\d{3} +\d+\.\d$/);
    expect(wall).toMatch(/wall\.jpg +0 +– +– +\d+\.\d$/);
    expect(end).toBe("");
  });

  test("pictures that are named for a letter are counted at the end: read right, and passed", async () => {
    const { output, complaints } = await recognizeWell(at("named"));
    expect(output.trimEnd().split("\n").at(-1)).toBe(
      "3 named for a letter: a hand in 3, 2 read right, 2 passed",
    );
    expect(complaints).not.toContain("named for a letter");
    const json = await recognize("--json", at("named"));
    expect(linesOf(json.output)).toMatchObject([
      { letter: "B", wanted: "B", passed: true },
      { letter: "L", wanted: "L", passed: true },
      { letter: "B", wanted: "Y", passed: false },
    ]);
    expect(json.complaints).toContain("3 named for a letter");
  });

  test("what is no picture is said to be none, the others are read, and the exit code is 1", async () => {
    const { code, output, complaints } = await recognize("--json", at("not a picture.jpg"), at("b.jpg"));
    expect(code).toBe(1);
    const [broken, whole] = linesOf(output);
    expect(broken).toMatchObject({ letter: null, error: expect.stringContaining("Expected a JPEG") });
    expect(whole).toMatchObject({ letter: "B" });
    expect(complaints).toBe("1 of 2 could not be read.\n");
  });
});

describe("without a result", () => {
  test.each<[string, string[], string]>([
    ["a path that does not exist", [at("nowhere.jpg")], `${at("nowhere.jpg")} does not exist.\n`],
    ["no path", [], "Expected at least one path."],
    ["an unknown option", ["--MARKER", at("b.jpg")], "--MARKER"],
    ["a server's address that is none", ["--server", "nonsense", at("b.jpg")], "such as ws://localhost:8765"],
    ["a server that is not there", ["--server", "ws://127.0.0.1:1", at("b.jpg")], "could not be reached"],
  ])(
    "%s: exit code 1, a message on standard error, nothing on standard output",
    async (_, args, expected) => {
      const { code, output, complaints } = await runCommand("recognize", args);
      expect({ code, output }).toEqual({ code: 1, output: "" });
      expect(complaints).toContain(expected);
      expect(complaints).not.toMatch(/^\s+at /m);
    },
  );

  test("a server that refuses says why", async () => {
    const { code, complaints } = await runCommand("recognize", [
      "--server",
      server.url,
      "--json",
      at("b.jpg"),
    ]);
    expect(code).toBe(1);
    expect(complaints).toBe("Expected the server's bearer token.\n");
  });

  test("a bad setting is named", async () => {
    const { code, complaints } = await runCommand("recognize", [at("b.jpg")], { MAX_NUM_HANDS: "9" });
    expect(code).toBe(1);
    expect(complaints).toBe("MAX_NUM_HANDS must be a whole number from 1 to 2.\n");
  });

  test("--help is a result", async () => {
    const { code, output } = await runCommand("recognize", ["--help"]);
    expect(code).toBe(0);
    expect(output).toStartWith("Usage: bun run recognize PATH…");
  });
});
