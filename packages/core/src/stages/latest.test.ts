import { describe, expect, test } from "bun:test";
import type { Flow } from "../pipeline/flow.ts";
import {
  createScriptedLocator,
  landmarkFrame,
  locatedHands,
  pictureFrame,
  recordFrame,
  settleMicrotasks,
} from "../testing/index.ts";
import { type Admitted, latest } from "./latest.ts";

const picture = (sequence = 0) => recordFrame(pictureFrame(sequence));
const landmarks = (sequence = 0) => recordFrame(landmarkFrame(sequence));

/** A mailbox whose items are read as fast as they come. */
function openMailbox(workers = 1) {
  const locator = createScriptedLocator({ workers });
  const mailbox = latest(locator);
  const items: Flow<Admitted>[] = [];
  const read = async () => {
    for await (const item of mailbox) items.push(item);
  };
  return { locator, mailbox, items, ended: read() };
}

/** What left the mailbox, in words. */
const words = (items: Flow<Admitted>[]) =>
  items.map((item) =>
    item.type === "reset" ? `reset ${item.epoch}` : `${item.type} ${item.frame.sequence}`,
  );

/** Occupies the only worker, so that the next picture has to wait. */
async function occupyWorker({ mailbox, items }: ReturnType<typeof openMailbox>) {
  mailbox.put(picture(0));
  await settleMicrotasks();
  const item = items[0];
  if (item?.type !== "value" || item.value.kind !== "picture") throw new Error("expected a lease");
  return item.value.lease;
}

describe("latest", () => {
  test("hands over a picture with a worker's lease, and landmarks without", async () => {
    const { locator, mailbox, items } = openMailbox();
    mailbox.put(landmarks(1));
    await settleMicrotasks();
    mailbox.put(picture(2));
    await settleMicrotasks();
    expect(words(items)).toEqual(["value 1", "value 2"]);
    expect(items.map((item) => item.type === "value" && item.value.kind)).toEqual(["landmarks", "picture"]);
    expect(locator.openLeases).toBe(1);
  });

  test("keeps one frame, the newest, while no worker is free", async () => {
    const opened = openMailbox();
    const lease = await occupyWorker(opened);
    const frames = [picture(1), picture(2), picture(3)];
    for (const frame of frames) opened.mailbox.put(frame);
    await settleMicrotasks();
    expect(frames.map((frame) => frame.outcomes)).toEqual([["superseded"], ["superseded"], []]);
    expect(opened.locator.waiting).toBe(1);

    lease.release();
    await settleMicrotasks();
    expect(words(opened.items)).toEqual(["value 0", "value 3"]);
  });

  test("a reset while a picture waits for a worker does not wait for one", async () => {
    const opened = openMailbox();
    await occupyWorker(opened);
    const waiting = picture(1);
    opened.mailbox.put(waiting);
    await settleMicrotasks();
    opened.mailbox.reset(1, "B");
    await settleMicrotasks();
    expect(waiting.outcomes).toEqual(["reset"]);
    expect(words(opened.items)).toEqual(["value 0", "reset 1"]);
    expect(opened.locator.waiting).toBe(0);
  });

  test("landmarks that replace a picture which waits for a worker do not wait for one", async () => {
    const opened = openMailbox();
    await occupyWorker(opened);
    opened.mailbox.put(picture(1));
    await settleMicrotasks();
    opened.mailbox.put(landmarks(2));
    await settleMicrotasks();
    expect(words(opened.items)).toEqual(["value 0", "value 2"]);
  });

  test("a picture put right after landmarks is not failed by the withdrawn request", async () => {
    const opened = openMailbox();
    const lease = await occupyWorker(opened);
    opened.mailbox.put(picture(1));
    await settleMicrotasks();
    const newest = picture(3);
    opened.mailbox.put(landmarks(2));
    opened.mailbox.put(newest);
    await settleMicrotasks();
    expect(newest.outcomes).toEqual([]);
    lease.release();
    await settleMicrotasks();
    expect(words(opened.items)).toEqual(["value 0", "value 3"]);
  });

  test("sends the reset marker ahead of the frames after it, and only the last of several", async () => {
    const { mailbox, items } = openMailbox();
    mailbox.reset(1, "A");
    mailbox.put(landmarks(1));
    mailbox.reset(2, "B");
    mailbox.put(landmarks(2));
    await settleMicrotasks();
    expect(words(items)).toEqual(["reset 2", "value 2"]);
  });

  test("gives a lease back when the frame it was meant for is gone", async () => {
    const { locator, mailbox, items } = openMailbox();
    mailbox.put(picture(1));
    await Promise.resolve();
    mailbox.reset(1, "A");
    await settleMicrotasks();
    expect(words(items)).toEqual(["reset 1"]);
    expect([locator.openLeases, locator.free, locator.misusedLeases]).toEqual([0, 1, 0]);
  });

  test("a frame for which no worker can be had fails and says why, and the stream goes on", async () => {
    const locator = createScriptedLocator();
    const { acquire } = locator;
    const failure = new Error("no workers");
    locator.acquire = () => {
      locator.acquire = acquire;
      return Promise.reject(failure);
    };
    const mailbox = latest(locator);
    const reader = mailbox[Symbol.asyncIterator]();
    const frame = picture(1);
    mailbox.put(frame);
    expect((await reader.next()).value).toMatchObject({
      type: "failure",
      frame: { sequence: 1 },
      error: failure,
    });
    expect(frame.outcomes).toEqual(["failed"]);
    mailbox.put(picture(2));
    expect((await reader.next()).value).toMatchObject({ type: "value", frame: { sequence: 2 } });
  });

  test("a locator that throws instead of rejecting fails the frame alone", async () => {
    const mailbox = latest({
      acquire: () => {
        throw new Error("made up");
      },
    });
    const reader = mailbox[Symbol.asyncIterator]();
    mailbox.put(picture(1));
    expect((await reader.next()).value).toMatchObject({ type: "failure" });
  });

  test("ends when it is closed: parked, with a frame waiting for a worker, or before it was read", async () => {
    const parked = openMailbox();
    await settleMicrotasks();
    parked.mailbox.close();
    await parked.ended;

    const busy = openMailbox();
    await occupyWorker(busy);
    const waiting = picture(1);
    busy.mailbox.put(waiting);
    await settleMicrotasks();
    busy.mailbox.close();
    await busy.ended;
    expect(waiting.outcomes).toEqual(["closed"]);
    expect(busy.locator.waiting).toBe(0);

    const unread = openMailbox();
    unread.mailbox.close();
    await unread.ended;
  });

  test("refuses frames after it was closed", async () => {
    const { mailbox, items, ended } = openMailbox();
    mailbox.close();
    const late = picture(1);
    mailbox.put(late);
    await ended;
    expect(late.outcomes).toEqual(["closed"]);
    expect(items).toEqual([]);
  });

  test("a frame put by whoever hears that another was superseded is not lost", async () => {
    const { mailbox, items } = openMailbox();
    const nested = landmarks(3);
    const first = Object.assign(landmarks(1), { settle: () => mailbox.put(nested) });
    const second = landmarks(2);
    mailbox.put(first);
    mailbox.put(second);
    await settleMicrotasks();
    expect(words(items)).toEqual(["value 3"]);
    expect(second.outcomes).toEqual(["superseded"]);
  });

  test("the worker is free again after its picture was looked at", async () => {
    const { locator, mailbox, items } = openMailbox();
    mailbox.put(picture(1));
    await settleMicrotasks();
    const item = items[0];
    if (item?.type !== "value" || item.value.kind !== "picture") throw new Error("expected a picture");
    const looked = item.value.lease.locate(
      item.value.frame,
      { tracks: [], framesSinceSearch: 0, nextLook: 0 },
      "live",
    );
    expect(locator.free).toBe(0);
    locator.calls[0]?.resolve(locatedHands());
    await looked;
    expect(locator.free).toBe(1);
  });
});
