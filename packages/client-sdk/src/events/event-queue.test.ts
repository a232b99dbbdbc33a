import { describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import { settleMicrotasks } from "@signify/core/testing";
import fc from "fast-check";
import type { ClientEvent } from "./client-event.ts";
import { createEventQueue } from "./event-queue.ts";

/** Events that a test tells apart by their number: those about letters, and targets. */
const status = (sequence: number): ClientEvent => ({ type: "status", sequence, state: "no-hand" });
const target = (epoch: number): ClientEvent => ({ type: "target", target: null, epoch });

/** All that is left, once the queue has ended. */
async function rest(queue: ReturnType<typeof createEventQueue>): Promise<ClientEvent[]> {
  const events: ClientEvent[] = [];
  for await (const event of queue.iterator) events.push(event);
  return events;
}
const create = (capacity = 8) => createEventQueue(capacity, () => {});

describe("createEventQueue", () => {
  test("a reader gets what came before it, and waits for what comes", async () => {
    const queue = create();
    queue.push(target(1));
    expect((await queue.iterator.next()).value).toEqual(target(1));
    const next = queue.iterator.next();
    queue.push(target(2));
    expect((await next).value).toEqual(target(2));
  });

  test("two reads at once get one event each", async () => {
    const queue = create();
    const reads = [queue.iterator.next(), queue.iterator.next()];
    queue.push(target(1));
    queue.push(target(2));
    const values = (await Promise.all(reads)).map(({ value }) => value);
    expect(values).toEqual([target(1), target(2)]);
  });

  test("a read that is woken for nothing goes on waiting", async () => {
    const queue = create();
    let read: unknown;
    const next = queue.iterator.next().then((result) => {
      read = result.value;
    });
    queue.push(status(1));
    queue.forgetLetters();
    await settleMicrotasks();
    expect(read).toBeUndefined();
    queue.push(target(2));
    await next;
    expect(read).toEqual(target(2));
  });

  test("never holds more than its capacity, and loses the oldest letters alone while there are any", async () => {
    const events = fc.array(fc.boolean(), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(events, fc.integer({ min: 1, max: 10 }), async (kinds, capacity) => {
        const queue = create(capacity);
        const pushed = kinds.map((isLetter, index) => (isLetter ? status(index) : target(index)));
        for (const event of pushed) queue.push(event);
        queue.end();
        const kept = await rest(queue);
        expect(kept).toHaveLength(Math.min(capacity, pushed.length));
        expect(kept).toEqual(pushed.filter((event) => kept.includes(event)));
        const targets = pushed.filter(({ type }) => type === "target");
        if (targets.length <= capacity) {
          const letters = pushed.filter(({ type }) => type === "status");
          expect(kept.filter(({ type }) => type === "target")).toEqual(targets);
          expect(kept.filter(({ type }) => type === "status")).toEqual(
            letters.slice(letters.length - (kept.length - targets.length)),
          );
        }
      }),
    );
  });

  test("forgets letters, statuses and hands, and keeps targets, errors and states", async () => {
    const queue = create();
    const error = new SignifyError("vision-failed", "Try again.");
    const kept: ClientEvent[] = [target(1), { type: "error", error }, { type: "state", state: "ready" }];
    queue.push(status(1));
    for (const event of kept) queue.push(event);
    queue.push({ type: "landmarks", sequence: 2, points: [] });
    queue.push({ type: "prediction", sequence: 2 } as ClientEvent);
    queue.push({ type: "correction", sequence: 2 } as ClientEvent);
    queue.forgetLetters();
    queue.end();
    expect(await rest(queue)).toEqual(kept);
  });

  test("after the end nothing comes in, what is left comes out, and the end stays", async () => {
    const queue = create();
    queue.push(target(1));
    queue.end();
    queue.push(target(2));
    expect(await rest(queue)).toEqual([target(1)]);
    expect((await queue.iterator.next()).done).toBe(true);
  });

  test("an end with an error is told once, after what is left, by the first end alone", async () => {
    const queue = create();
    const error = new SignifyError("unauthorized", "no");
    queue.push(target(1));
    queue.end(error);
    queue.end(new Error("another"));
    expect((await queue.iterator.next()).value).toEqual(target(1));
    expect(await queue.iterator.next().catch((error: unknown) => error)).toBe(error as never);
    expect((await queue.iterator.next()).done).toBe(true);
  });

  test("the end wakes every read that waits", async () => {
    const queue = create();
    const reads = [queue.iterator.next(), queue.iterator.next()];
    queue.end();
    expect((await Promise.all(reads)).map(({ done }) => done)).toEqual([true, true]);
  });

  test("a loop that is left says so, and keeps nothing", async () => {
    let left = 0;
    const queue = createEventQueue(8, () => {
      left += 1;
    });
    queue.push(target(1));
    queue.push(target(2));
    for await (const event of queue.iterator) {
      expect(event).toEqual(target(1));
      break;
    }
    expect(left).toBe(1);
    queue.push(target(3));
    expect(await rest(queue)).toEqual([]);
    expect(await queue.iterator.return?.()).toEqual({ done: true, value: undefined });
  });
});
