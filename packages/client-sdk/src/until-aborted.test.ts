import { describe, expect, test } from "bun:test";
import { getEventListeners } from "node:events";
import { deferred, settleMicrotasks } from "@signify/core/testing";
import { untilAborted } from "./until-aborted.ts";

const failure = (work: Promise<unknown>) => work.catch((error: unknown) => error);

describe("untilAborted", () => {
  test("gives what the work gives, or its error, and lets the signals go", async () => {
    const { signal } = new AbortController();
    expect(await untilAborted(async () => 7, [undefined, signal])).toBe(7);
    expect(await failure(untilAborted(() => Promise.reject("broken"), [signal]))).toBe("broken");
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("is rejected with the reason at once, and what comes later is discarded", async () => {
    const work = deferred<number>();
    const abort = new AbortController();
    const discarded: number[] = [];
    const waiting = failure(
      untilAborted(
        () => work.promise,
        [new AbortController().signal, abort.signal],
        (late) => discarded.push(late),
      ),
    );
    abort.abort("left");
    expect(await waiting).toBe("left");
    work.resolve(7);
    await settleMicrotasks();
    expect(discarded).toEqual([7]);
  });

  test("the reason counts also where the work fails because of it", async () => {
    const abort = new AbortController();
    const work = () =>
      new Promise((_, reject) =>
        abort.signal.addEventListener("abort", () => reject(new Error("fetch broke"))),
      );
    const waiting = failure(untilAborted(work, [abort.signal]));
    abort.abort("left");
    expect(await waiting).toBe("left");
  });

  test("begins nothing once it is aborted", async () => {
    let begun = false;
    const work = async () => {
      begun = true;
    };
    expect(await failure(untilAborted(work, [AbortSignal.abort("left")]))).toBe("left");
    expect(begun).toBe(false);
  });
});
