import { describe, expect, test } from "bun:test";
import { deferred, settleMicrotasks } from "@signify/core/testing";
import { type AnswerMessage, serveCalls, type WorkerScope } from "./serve-calls.ts";

/** A worker's scope that keeps its answers. */
function setUp(handle: Parameters<typeof serveCalls>[1]) {
  const answers: { message: AnswerMessage; transfer: Transferable[] }[] = [];
  const scope: WorkerScope = {
    onmessage: null,
    postMessage: (message, transfer) => void answers.push({ message, transfer }),
  };
  serveCalls(scope, handle);
  const started = answers.splice(0);
  let calls = 0;
  const ask = (request: unknown) => {
    calls += 1;
    scope.onmessage?.({ data: { call: calls, request } } as MessageEvent);
  };
  return { ask, started, answers, messages: () => answers.map(({ message }) => message) };
}

describe("serveCalls", () => {
  test("says that it runs before it is asked anything", () => {
    expect(setUp(async () => ({ result: undefined })).started).toEqual([
      { message: { call: 0 }, transfer: [] },
    ]);
  });

  test("handles one call after the other, in the order in which they came", async () => {
    const works = [deferred<void>(), deferred<void>()];
    const begun: unknown[] = [];
    const { ask, messages } = setUp(async (request) => {
      begun.push(request);
      await works[Number(request)]?.promise;
      return { result: `done ${request}` };
    });
    ask(0);
    ask(1);
    works[1]?.resolve();
    await settleMicrotasks();
    expect(begun).toEqual([0]);
    works[0]?.resolve();
    await settleMicrotasks();
    expect(messages()).toEqual([
      { call: 1, result: "done 0" },
      { call: 2, result: "done 1" },
    ]);
  });

  test("gives away what the handler names, and nothing otherwise", async () => {
    const bytes = new ArrayBuffer(4);
    const { ask, answers } = setUp(async (request) =>
      request === "bytes" ? { result: bytes, transfer: [bytes] } : { result: request },
    );
    ask("bytes");
    ask("text");
    await settleMicrotasks();
    expect(answers.map(({ transfer }) => transfer)).toEqual([[bytes], []]);
  });

  test.each([
    ["an error", new Error("no model"), "no model"],
    ["anything else, as wasm does", 1234, "1234"],
  ])("a handler that throws %s is told in words, and the next call is handled", async (_, thrown, words) => {
    const { ask, messages } = setUp(async (request) => {
      if (request === "bad") throw thrown;
      return { result: request };
    });
    ask("bad");
    ask("good");
    await settleMicrotasks();
    expect(messages()).toEqual([
      { call: 1, error: words },
      { call: 2, result: "good" },
    ]);
  });
});
