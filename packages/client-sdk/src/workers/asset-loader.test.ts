import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { deferred } from "@signify/core/testing";
import { type FakeFile, type FakeFiles, installFakeFiles } from "../testing/fake-files.ts";
import { createManualTiming } from "../testing/manual-timing.ts";
import { replaceGlobal } from "../testing/replace-global.ts";
import { type AssetLoaderOptions, createAssetLoader } from "./asset-loader.ts";
import type { Loading } from "./loading.ts";

const folder = "https://app.example/signify/";
const bytes = (...numbers: number[]) => Uint8Array.from(numbers);
/** A folder with a letter model of two parts and its description. */
const manifest = {
  "letters.onnx": { bytes: 5, parts: ["letters-0-aa.onnx", "letters-1-bb.onnx"] },
  "letters.json": { bytes: 2, parts: ["letters-cc.json"] },
};
const whole: Record<string, FakeFile> = {
  [`${folder}letters-0-aa.onnx`]: [bytes(1, 2), bytes(3)],
  [`${folder}letters-1-bb.onnx`]: [bytes(4, 5)],
  [`${folder}letters-cc.json`]: [bytes(123, 125)],
};

let removals: (() => void)[] = [];
beforeEach(() => {
  removals = [replaceGlobal("location", { href: "https://app.example/learn/" })];
});
afterEach(() => {
  // A global that was replaced twice goes back over the same way.
  for (const remove of removals.toReversed()) remove();
});

function setUp(
  files: Record<string, FakeFile>,
  options: Partial<AssetLoaderOptions> = {},
  purpose?: "fallback",
) {
  const fake: FakeFiles = installFakeFiles(files);
  removals.push(fake.remove);
  const timing = createManualTiming();
  const told: Loading[] = [];
  const onLoading = (loading: Loading) => told.push(loading);
  const loader = createAssetLoader({ assets: "/signify/", onLoading, timing, ...options }, purpose);
  return { loader, told, timing, fake };
}
const failure = (loading: Promise<unknown>) => loading.catch((error: unknown) => error);
const advice =
  'Expected the package\'s file there: copy them with "npx signify-assets <folder>" and serve them.';
const numbers = (file: ArrayBuffer | undefined) => [...new Uint8Array(file ?? new ArrayBuffer(0))];

describe("createAssetLoader", () => {
  test("puts a file together from its parts, under the address of the first", async () => {
    const { loader, fake } = setUp(whole, { assetManifest: manifest });
    const files = await loader.load(["lettersModel", "lettersDescription"]);
    expect([...files.keys()]).toEqual([`${folder}letters-0-aa.onnx`, `${folder}letters-cc.json`]);
    expect(numbers(files.get(await loader.address("lettersModel")))).toEqual([1, 2, 3, 4, 5]);
    expect(fake.asked.sort()).toEqual(Object.keys(whole).sort());
  });

  test("says how many bytes of how many are there, from before the first one until all are", async () => {
    const { loader, told, timing } = setUp(whole, { assetManifest: manifest });
    loader.expect(["lettersModel", "lettersDescription"]);
    expect(told.at(-1)).toEqual({
      purpose: "recognizer",
      files: [
        { name: "lettersModel", file: "letters.onnx", loaded: 0, bytes: 5 },
        { name: "lettersDescription", file: "letters.json", loaded: 0, bytes: 2 },
      ],
      loaded: 0,
      bytes: 7,
      isDone: false,
    });
    await loader.load(["lettersModel", "lettersDescription"]);
    expect(told.at(-1)).toMatchObject({ loaded: 7, bytes: 7, isDone: true });
    expect(timing.armed).toBe(0);
  });

  test("asks the folder what is in it, once, and takes the usual names where it does not say", async () => {
    const { loader, told, fake } = setUp({
      [`${folder}assets.json`]: () =>
        Response.json({ "letters.onnx": { bytes: 1, parts: ["letters.onnx?aa"] } }),
      [`${folder}letters.onnx?aa`]: [bytes(1)],
      [`${folder}letters.json`]: [bytes(2)],
    });
    const files = await loader.load(["lettersModel", "lettersDescription"]);
    expect([...files.values()].map(numbers)).toEqual([[1], [2]]);
    expect(fake.asked.filter((address) => address.endsWith("assets.json"))).toHaveLength(1);
    expect(told.at(-1)).toMatchObject({ loaded: 2, bytes: 2, isDone: true });
  });

  test.each([
    ["nothing", {}],
    ["a page", { [`${folder}assets.json`]: () => new Response("<!doctype html>") }],
  ])("a folder that answers %s for its manifest has whole files", async (_, files) => {
    const { loader } = setUp({ ...files, [`${folder}letters.json`]: [bytes(2)] });
    expect((await loader.load(["lettersDescription"])).keys().next().value).toBe(`${folder}letters.json`);
  });

  test("a single file that lies elsewhere is taken from there", async () => {
    const { loader, fake } = setUp(
      { "https://files.example/l": [bytes(9)] },
      { assetFiles: { lettersModel: "https://files.example/l" } },
    );
    expect(await loader.load(["lettersModel"])).toEqual(
      new Map([["https://files.example/l", bytes(9).buffer]]),
    );
    expect(fake.asked).toEqual(["https://files.example/l"]);
  });

  test("what was begun is not loaded twice, and what was given away is", async () => {
    const { loader, fake } = setUp(whole, { assetManifest: manifest });
    loader.begin(["lettersModel"]);
    await loader.load(["lettersModel"]);
    expect(fake.asked).toHaveLength(2);
    await loader.load(["lettersModel"]);
    expect(fake.asked).toHaveLength(4);
  });

  test("what fails is told by name, and loaded again by who asks again", async () => {
    let there = false;
    const { loader, told } = setUp(
      {
        ...whole,
        [`${folder}letters-1-bb.onnx`]: () =>
          there ? new Response(bytes(4, 5)) : new Response("", { status: 503 }),
      },
      { assetManifest: manifest },
    );
    expect(await failure(loader.load(["lettersModel"]))).toMatchObject({
      message: `"${folder}letters-1-bb.onnx" is not served (503). ${advice}`,
    });
    there = true;
    await loader.load(["lettersModel"]);
    expect(told.at(-1)).toMatchObject({ loaded: 5, bytes: 5, isDone: true });
  });

  test("a server that answers with the app's page for a file that it lacks is told by name, with what to do", async () => {
    const page = new Response("<!doctype html>", { headers: { "content-type": "text/html; charset=utf-8" } });
    const { loader } = setUp(
      { ...whole, [`${folder}letters-cc.json`]: () => page },
      { assetManifest: manifest },
    );
    expect(await failure(loader.load(["lettersDescription"]))).toMatchObject({
      message: `"${folder}letters-cc.json" is a web page. ${advice}`,
    });
  });

  test("a server that lets one in and says nothing is given up", async () => {
    const silent = `${folder}letters-cc.json`;
    const fake = installFakeFiles({});
    removals.push(fake.remove);
    const hang = (_: string, { signal }: RequestInit) =>
      new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
    removals.push(replaceGlobal("fetch", hang));
    const timing = createManualTiming();
    const loader = createAssetLoader({ assets: "/signify/", assetManifest: manifest, timing });
    const failed = failure(loader.load(["lettersDescription"]));
    await timing.advance(15_000);
    expect(await failed).toMatchObject({ message: `nothing came from ${silent} for 15 s` });
    expect(timing.armed).toBe(0);
  });

  test("an aborted signal ends what is being loaded", async () => {
    const abort = new AbortController();
    const { loader } = setUp(whole, { assetManifest: manifest, signal: abort.signal });
    abort.abort("left");
    const waits = (_: string, { signal }: RequestInit) =>
      signal?.aborted ? Promise.reject(signal.reason) : undefined;
    removals.push(replaceGlobal("fetch", waits));
    expect(await failure(loader.load(["lettersModel"]))).toBe("left");
  });

  test("what waits in case of need is loaded one after the other, behind everything else", async () => {
    const first = deferred<Response>();
    const { loader, fake, told, timing } = setUp(
      { ...whole, [`${folder}letters-0-aa.onnx`]: () => first.promise },
      { assetManifest: manifest },
      "fallback",
    );
    const loading = loader.load(["lettersModel", "lettersDescription"]);
    await timing.advance(0);
    expect(fake.asked).toEqual([`${folder}letters-0-aa.onnx`]);
    first.resolve(new Response(bytes(1, 2, 3)));
    await loading;
    expect(fake.asked).toHaveLength(3);
    expect(fake.requests.every(({ priority }) => priority === "low")).toBe(true);
    expect(told.at(-1)).toMatchObject({ purpose: "fallback", isDone: true });
  });
});
