import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CorrectionEvent, connect, type SignifyClient, type TaughtHand } from "@signify/client-sdk";
import { writeLetterModel } from "@signify/client-sdk/assets";
import { encodeSample, landmarkFrameLength } from "@signify/core";
import { letterModelPaths } from "@signify/models";
import pinned from "@signify/models/pinned" with { type: "json" };
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasChromium, launchChromium, withoutChromium } from "@signify/tools/browser";
import { hasPhotos, referenceHands, withoutPhotos } from "@signify/tools/photos";
import { type Site, startSite } from "@signify/tools/site";
import { loadLetterModel, readLetterModelFile } from "@signify/vision/letters";
import type { Browser, Page } from "playwright-core";
import { signingHand } from "../support/signing-hand.ts";
import type { StillPrediction } from "./pages/parts-page.ts";
import { type HandReading, readByHand } from "./programs/read-by-hand.ts";
import { exactPhotos } from "./support/exact-photos.ts";
import { nextEvent } from "./support/next-event.ts";

/** Every fourth letter photo and every third gesture, of those that MediaPipe finds hands in. */
function chosenPhotos(): string[] {
  const found = Object.entries(referenceHands()).flatMap(([name, { hands }]) =>
    hands.length > 0 ? [name] : [],
  );
  const gestures = found.filter((name) => name.startsWith("gesture"));
  const letters = found.filter((name) => !name.startsWith("gesture"));
  return [
    ...letters.filter((_, index) => index % 4 === 0),
    ...gestures.filter((_, index) => index % 3 === 0),
  ];
}

type Call = (name: string, argument?: unknown) => Promise<unknown>;

describe.skipIf(!hasChromium)(`the device and the server agree${withoutChromium}`, () => {
  const photos = hasPhotos ? chosenPhotos() : [];
  let files = new Map<string, string>();
  let site: Site;
  let server: LaunchedServer;
  let browser: Browser;
  let page: Page;
  let call: Call;
  beforeAll(async () => {
    files = await exactPhotos(photos);
    [site, server, browser] = await Promise.all([
      startSite(new URL("./pages/parts-page.ts", import.meta.url), { files }),
      launchServer(),
      launchChromium(),
    ]);
    page = await browser.newPage();
    await page.goto(site.url);
    call = (name, argument) =>
      page.evaluate(
        ([name, argument]) =>
          (globalThis as unknown as Record<string, (argument: unknown) => unknown>)[name as string]?.(
            argument,
          ),
        [name, argument],
      );
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await Promise.all([site?.[Symbol.asyncDispose](), server?.[Symbol.asyncDispose]()]);
  }, 60_000);

  test.skipIf(!hasPhotos)(
    `hands: the same slot, within 0.0005 of the picture's height in the middle and 0.002 at the most${withoutPhotos}`,
    async () => {
      const here = (await call("findHands", photos)) as { landmarks: number[]; hands: number }[];
      await using client = await connect({ url: server.url, mode: "still", events: ["landmarks"] });
      const differences: number[] = [];
      const wrongSlot: string[] = [];
      const missed: string[] = [];
      for (const [index, name] of photos.entries()) {
        const there = await locate(client, readFileSync(files.get(name) ?? ""));
        const { landmarks } = here[index] ?? { landmarks: [] };
        for (const slot of [0, 63]) {
          const mine = landmarks.slice(slot, slot + 63);
          const theirs = there.slice(slot, slot + 63);
          const [isMine, isTheirs] = [mine.some(Boolean), theirs.some(Boolean)];
          if (isMine && isTheirs) differences.push(meanDistance(mine, theirs));
          else if (isMine) missed.push(name);
        }
        if (slots(landmarks) !== slots(there) && count(landmarks) === count(there)) wrongSlot.push(name);
      }
      differences.sort((one, other) => one - other);
      process.stderr.write(
        `${photos.length} photos, ${differences.length} hands in both: median ${at(differences, 0.5)}, 95 % ${at(differences, 0.95)}, worst ${at(differences, 1)}; other slot: ${wrongSlot.join(" ") || "none"}; only here: ${missed.join(" ") || "none"}\n`,
      );
      expect(wrongSlot).toEqual([]);
      expect(differences.length).toBeGreaterThan(photos.length * 0.9);
      expect(differences[Math.floor(differences.length / 2)]).toBeLessThanOrEqual(0.0005);
      expect(differences.at(-1)).toBeLessThan(0.002);
    },
    120_000,
  );

  test("letters: the same windows give the same probabilities, to 1e-4", async () => {
    const windows = Array.from({ length: 6 }, (_, seed) => randomWindow(seed));
    const here = (await call("readLetters", windows)) as { probabilities: number[]; letterness: number }[];
    const runtime = await loadLetterModel();
    let worst = 0;
    for (const [index, window] of windows.entries()) {
      const [there] = await runtime.read(Float32Array.from(window), 1);
      const mine = here[index];
      for (const [letter, probability] of (there?.probabilities ?? []).entries()) {
        worst = Math.max(worst, Math.abs(probability - (mine?.probabilities[letter] ?? 9)));
      }
      worst = Math.max(worst, Math.abs((there?.letterness ?? 9) - (mine?.letterness ?? -9)));
    }
    await runtime.release();
    process.stderr.write(`letters on the device differ by ${worst} at most\n`);
    expect(worst).toBeLessThan(1e-4);
  }, 60_000);

  test("letters, verdicts and my hand: the same landmarks give the same predictions as the server", async () => {
    const frames = pinned.map(({ landmarks }) => landmarks.slice(-landmarkFrameLength));
    const { hand } = await taught(frames.map((frame) => Array(32).fill(frame).flat()));
    const told = new Set<string>();
    for (const options of [{ target: "B" }, { target: "E" }, { target: "E", hand }] as const) {
      const here = (await call("recognizeStill", { frames, ...options })) as StillPrediction[];
      await using client = await connect({ url: server.url, mode: "still", target: options.target });
      if ("hand" in options) client.myHand.import(options.hand);
      for (const [index, frame] of frames.entries()) {
        const next = nextEvent(client, "prediction");
        client.sendLandmarks(frame);
        const { letter, verdict, ...there } = await next;
        expect(here[index]).toMatchObject({ letter, verdict });
        for (const name of ["probability", "targetProbability"] as const)
          expect(Math.abs((here[index]?.[name] ?? 9) - there[name])).toBeLessThan(2e-4);
      }
      told.add(JSON.stringify(here));
    }
    // The hand makes a difference, and so does the target: or this would compare nothing.
    expect(told.size).toBe(3);
  }, 60_000);

  test("corrections: the same landmarks give the same corrections as the server", async () => {
    const frames = pinned.map(({ landmarks }) => landmarks.slice(-landmarkFrameLength));
    const told = new Set<string | null>();
    for (const target of ["B", "E", "I"] as const) {
      const here = (await call("correctStill", { frames, target })) as CorrectionEvent[];
      await using client = await connect({
        ...{ url: server.url, mode: "still", target, events: ["correction"] },
      });
      expect(here).toHaveLength(frames.length);
      for (const [index, frame] of frames.entries()) {
        const next = nextEvent(client, "correction");
        client.sendLandmarks(frame);
        const { key, part, change, points, strength } = await next;
        expect(here[index]).toMatchObject({ key, part, change, points, target });
        expect(Math.abs((here[index]?.strength ?? 9) - strength)).toBeLessThanOrEqual(0.01);
        told.add(key);
      }
    }
    // Some are right as they are, others wrong in several ways: or this would compare nothing.
    expect(told.has(null)).toBe(true);
    expect(told.size).toBeGreaterThan(3);
  }, 60_000);

  test.skipIf(!Bun.which("node"))(
    "my hand: the server's, the browser's and Node's readings agree to 1e-5, with and without it",
    async () => {
      const windows = pinned.map(({ landmarks }) => landmarks);
      const { hand, readings } = await taught(windows);
      const browser = (await call("readWindowsByHand", { windows, hand })) as HandReading[];
      const node = await readInNode(windows, hand);
      let worst = 0;
      for (const others of [browser, node]) {
        expect(others).toHaveLength(readings.length);
        for (const [index, { letterness, ...there }] of readings.entries()) {
          worst = Math.max(worst, Math.abs(letterness - (others[index]?.letterness ?? 9)));
          for (const name of ["probabilities", "embedding", "personal"] as const)
            for (const [at, value] of there[name].entries())
              worst = Math.max(worst, Math.abs(value - (others[index]?.[name][at] ?? 9)));
        }
      }
      process.stderr.write(`with and without a hand the runtimes differ by ${worst} at most\n`);
      expect(worst).toBeLessThan(1e-5);
      const moved = readings.map(({ probabilities, personal }) =>
        Math.max(...personal.map((value, at) => Math.abs(value - (probabilities[at] ?? 0)))),
      );
      expect(Math.max(...moved)).toBeGreaterThan(0.01);
    },
    60_000,
  );

  test("files that are not there are told by name of the part, and nothing hangs", async () => {
    expect(await call("failWithoutFiles")).toEqual([
      ...["hands-failed", "hands-failed", "letters-failed", "letters-failed"],
    ]);
  }, 60_000);
});

/** A hand that was taught from two windows, and what the server's model reads in all of them by it. */
async function taught(windows: number[][]): Promise<{ hand: TaughtHand; readings: HandReading[] }> {
  const letterModel = readLetterModelFile();
  const model = await loadLetterModel();
  const read = await model.read(Float32Array.from(windows.flat()), windows.length);
  await model.release();
  const samples = read.map(({ embedding }) => [encodeSample(embedding)]);
  const hand: TaughtHand = {
    model: letterModel.identity,
    letters: { E: samples[1] ?? [], B: samples[4] ?? [] },
  };
  return { hand, readings: read.map((reading) => readByHand(reading, letterModel, hand)) };
}

/** What Node reads in windows by a hand. */
async function readInNode(windows: number[][], hand: TaughtHand): Promise<HandReading[]> {
  const folder = mkdtempSync(join(tmpdir(), "signify-node-hand-"));
  try {
    const { outputs } = await Bun.build({
      entrypoints: [fileURLToPath(new URL("./programs/node-hand.ts", import.meta.url))],
      ...{ target: "node", format: "esm" },
    });
    writeFileSync(join(folder, "program.mjs"), (await outputs[0]?.text()) ?? "");
    writeFileSync(join(folder, "windows.json"), JSON.stringify({ windows, hand }));
    // As the package ships it.
    const model = join(folder, "letters.onnx");
    writeLetterModel(model);
    const runtime = import.meta.resolve("onnxruntime-node");
    const program = [
      join(folder, "program.mjs"),
      runtime,
      model,
      letterModelPaths().metadata,
      join(folder, "windows.json"),
    ];
    const child = Bun.spawn(["node", ...program], { stdout: "pipe", stderr: "inherit" });
    const text = await new Response(child.stdout).text();
    return JSON.parse(text);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The landmarks that the server sees in a picture. */
async function locate(client: SignifyClient, jpeg: Uint8Array): Promise<number[]> {
  const next = nextEvent(client, "landmarks");
  client.sendFrame(jpeg);
  return (await next).points;
}

/** Mean distance of 21 points in the picture's plane. */
function meanDistance(one: number[], other: number[]): number {
  let sum = 0;
  for (let point = 0; point < 21; point++) {
    const [dx, dy] = [0, 1].map((axis) => (one[point * 3 + axis] ?? 0) - (other[point * 3 + axis] ?? 0));
    sum += Math.hypot(dx ?? 0, dy ?? 0);
  }
  return sum / 21;
}

const slots = (landmarks: number[]) =>
  [0, 63].map((slot) => landmarks.slice(slot, slot + 63).some(Boolean)).join();
const count = (landmarks: number[]) => slots(landmarks).split("true").length;
const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]?.toFixed(5);

/** A signing hand whose fingers bend with the seed. */
function bentHand(seed: number): Float32Array {
  return signingHand(seed).map((coordinate, index) =>
    index >= 63 && index % 3 === 1 && coordinate !== 0
      ? 0.8 - (0.8 - coordinate) * (0.35 + 0.08 * ((seed * 7 + index) % 9))
      : coordinate,
  );
}

function randomWindow(seed: number): number[] {
  return Array.from({ length: 32 }, (_, frame) => Array.from(bentHand(seed + frame / 64))).flat();
}
