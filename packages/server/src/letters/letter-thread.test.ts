import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { landmarkFrameLength } from "@signify/core";
import { letterModelPath, loadLetterModel, modelWindow } from "@signify/vision/letters";
import { openLetterThread } from "./letter-thread.ts";

const path = letterModelPath();
const windowLength = modelWindow * landmarkFrameLength;
/** So many windows of hands that differ; each call makes them anew, because they are given away. */
const windows = (count: number) =>
  Float32Array.from({ length: count * windowLength }, (_, index) => 0.5 + 0.3 * Math.sin(index * 0.7));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "letter-thread-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A thread's program that loads and then does this with the first message. */
function programThat(acts: string): URL {
  const file = join(folder, `${Bun.hash(acts)}.ts`);
  writeFileSync(
    file,
    `import { parentPort } from "node:worker_threads";
     parentPort.on("message", () => { ${acts} });
     parentPort.postMessage({ type: "ready" });`,
  );
  return pathToFileURL(file);
}

/** What a promise is rejected with. Bun's `rejects` holds up the event loop, and with it what a thread says. */
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable("expected a failure"),
    (error: unknown) => error,
  );
const neverEnds = () => expect.unreachable("the thread should go on");

test("reads what the model reads in this thread, each call by itself and in order", async () => {
  const here = await loadLetterModel(path);
  const thread = await openLetterThread({ path, onEnd: neverEnds });
  const read = [thread.read(windows(3), 3), thread.read(windows(1), 1)];
  expect(await Promise.all(read)).toEqual([await here.read(windows(3), 3), await here.read(windows(1), 1)]);
  await thread.release();
  await here.release();
});

test("a run that fails is told, and the next one is read", async () => {
  const thread = await openLetterThread({ path, onEnd: neverEnds });
  expect(await failureOf(thread.read(windows(1), 2))).toMatchObject({ code: "internal" });
  expect(await thread.read(windows(1), 1)).toHaveLength(1);
  await thread.release();
});

test("a file that is no model is told of at once", async () => {
  const file = join(folder, "none.onnx");
  writeFileSync(file, "no model");
  expect(await failureOf(openLetterThread({ path: file, onEnd: neverEnds }))).toBeInstanceOf(Error);
});

test.each([
  ["ends", "process.exit(1)"],
  ["fails", 'throw new Error("made up")'],
])(
  "a thread that %s is told of once, what it was reading fails, and so does what comes after",
  async (_, act) => {
    const ended = Promise.withResolvers<void>();
    const thread = await openLetterThread({ path, program: programThat(act), onEnd: ended.resolve });
    expect(await failureOf(thread.read(windows(1), 1))).toMatchObject({ code: "internal" });
    await ended.promise;
    expect(await failureOf(thread.read(windows(1), 1))).toMatchObject({ code: "internal" });
  },
);

test("after its release nothing is read", async () => {
  const thread = await openLetterThread({ path, onEnd: neverEnds });
  await thread.release();
  expect(await failureOf(thread.read(windows(1), 1))).toMatchObject({ code: "internal" });
});
