import { describe, expect, test } from "bun:test";
import { deferred } from "../testing/index.ts";
import { untilAborted } from "./until-aborted.ts";

/** A signal that counts the listeners on it. */
function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const counts = { listeners: 0 };
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = (...parameters: Parameters<typeof add>) => {
    counts.listeners += 1;
    add(...parameters);
  };
  signal.removeEventListener = (...parameters: Parameters<typeof remove>) => {
    counts.listeners -= 1;
    remove(...parameters);
  };
  return { controller, signal, counts };
}

describe("untilAborted", () => {
  test("is the work's value or error", async () => {
    const { signal } = new AbortController();
    expect(await untilAborted(Promise.resolve(5), signal)).toBe(5);
    await expect(untilAborted(Promise.reject(new Error("made up")), signal)).rejects.toThrow("made up");
  });

  test("rejects with the reason as soon as the signal is aborted, though the work never settles", async () => {
    const controller = new AbortController();
    const reason = new Error("over");
    const result = untilAborted(deferred<number>().promise, controller.signal);
    controller.abort(reason);
    await expect(result).rejects.toBe(reason);
  });

  test("rejects at once when the signal is already aborted, and an error of the work goes unheard", async () => {
    const reason = new Error("over");
    const work = Promise.reject(new Error("late"));
    await expect(untilAborted(work, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  test("discards what the work says after the abort", async () => {
    const controller = new AbortController();
    const work = deferred<number>();
    const result = untilAborted(work.promise, controller.signal);
    controller.abort(new Error("over"));
    work.reject(new Error("late"));
    await expect(result).rejects.toThrow("over");
  });

  test("leaves one listener on a signal that outlives the work, however much of it there was", async () => {
    const { signal, counts } = countedSignal();
    for (let frame = 0; frame < 20; frame++) await untilAborted(Promise.resolve(frame), signal);
    await untilAborted(Promise.reject(new Error("made up")), signal).catch(() => {});
    expect(counts.listeners).toBe(1);
  });
});
