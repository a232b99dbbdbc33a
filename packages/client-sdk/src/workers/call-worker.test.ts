import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { replaceGlobal } from "../testing/replace-global.ts";
import { workerAddress } from "../testing/worker-address.ts";
import { installWorkerPage, type WorkerPage } from "../testing/worker-page.ts";
import { callWorker } from "./call-worker.ts";

let page: WorkerPage;
beforeEach(() => {
  page = installWorkerPage();
});
afterEach(() => page.remove());

const start = (script: string) =>
  callWorker({
    script,
    name: "lettersWorker",
    type: "module",
    code: "letters-failed",
    task: "Letters cannot be read",
  });
const failure = (call: Promise<unknown>) => call.catch((error: unknown) => error);

describe("callWorker", () => {
  test("answers each call with its own result, whichever comes first", async () => {
    const calls = start(workerAddress(async (request) => ({ result: (request as number) ** 2 })));
    expect(await Promise.all([3, 4, 5].map((number) => calls.call(number)))).toEqual([9, 16, 25]);
  });

  test("gives away what is to be transferred, and takes back what the worker gives away", async () => {
    const calls = start(
      workerAddress(async (request) => {
        const numbers = (request as Float32Array<ArrayBuffer>).map((number) => number + 1);
        return { result: numbers, transfer: [numbers.buffer] };
      }),
    );
    const given = Float32Array.of(1, 2);
    const answer = calls.call(given, [given.buffer]);
    expect(given.byteLength).toBe(0);
    expect(await answer).toEqual(Float32Array.of(2, 3));
  });

  test("a call that fails is told with the worker's code and task, and the next one works", async () => {
    const calls = start(
      workerAddress(async (request) => {
        if (request === "bad") throw new Error("expected to be loaded first");
        return { result: request };
      }),
    );
    expect(await failure(calls.call("bad"))).toMatchObject({
      name: "SignifyError",
      code: "letters-failed",
      message: "Letters cannot be read: expected to be loaded first",
    });
    expect(await calls.call("good")).toBe("good");
  });

  test("a script that does not load fails the open calls and every later one, with what to check", async () => {
    const calls = start("file:///nowhere/letters-worker.js");
    const [error, ...others] = await Promise.all([1, 2].map((call) => failure(calls.call(call))));
    expect(await failure(calls.call(3))).toBe(error as Error);
    expect(others).toEqual([error]);
    expect(error).toMatchObject({
      code: "letters-failed",
      message: expect.stringMatching(/serves the package's assets/),
      cause: expect.stringContaining("letters-worker.js"),
    });
  });

  test("closing ends the worker, and its open calls as closed", async () => {
    const calls = start(workerAddress(() => new Promise(() => {})));
    const open = failure(calls.call("never answered"));
    expect(page.running).toBe(1);
    calls.close();
    expect(page.running).toBe(0);
    expect(await open).toMatchObject({ code: "closed" });
    expect(await failure(calls.call("too late"))).toMatchObject({ code: "closed" });
  });

  test("a worker that is broken and then closed still says why it broke", async () => {
    const calls = start("file:///nowhere/letters-worker.js");
    const broken = await failure(calls.call(1));
    calls.close();
    expect(await failure(calls.call(2))).toBe(broken as Error);
  });

  test("a runtime without workers is told that this part needs a browser", () => {
    const restore = replaceGlobal("Worker", undefined);
    try {
      expect(() => start("worker.js")).toThrow(expect.objectContaining({ code: "unsupported" }));
    } finally {
      restore();
    }
  });
});
