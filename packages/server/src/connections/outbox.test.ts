import { describe, expect, test } from "bun:test";
import { settleMicrotasks } from "@signify/core/testing";
import { createRecordedSocket } from "../testing/recorded-socket.ts";
import { createOutbox } from "./outbox.ts";

const slow = -1;

function settled(promise: Promise<void>): { readonly done: boolean } {
  const state = { done: false };
  promise.then(() => {
    state.done = true;
  });
  return state;
}

describe("a client that reads", () => {
  test("is sent everything at once, in order", async () => {
    const socket = createRecordedSocket();
    const outbox = createOutbox(socket);
    await outbox.send("one");
    outbox.sendNow("two");
    await outbox.send("three");
    expect(socket.sent).toEqual(["one", "two", "three"]);
  });
});

describe("a client that does not read", () => {
  test("holds up the sender of replies until it has caught up", async () => {
    const socket = createRecordedSocket();
    const outbox = createOutbox(socket);
    socket.result = slow;
    const sending = settled(outbox.send("one"));
    await settleMicrotasks();
    expect(sending.done).toBe(false);
    outbox.drained();
    await settleMicrotasks();
    expect(sending.done).toBe(true);
  });

  test("still gets acknowledgements ahead of the reply that waits", async () => {
    const socket = createRecordedSocket();
    const outbox = createOutbox(socket);
    socket.result = slow;
    const first = settled(outbox.send("reply"));
    outbox.sendNow("acknowledgement");
    expect(socket.sent).toEqual(["reply", "acknowledgement"]);
    await settleMicrotasks();
    expect(first.done).toBe(false);
  });

  test("holds up the next reply too when an acknowledgement was what filled its buffer", async () => {
    const socket = createRecordedSocket();
    const outbox = createOutbox(socket);
    socket.result = slow;
    outbox.sendNow("acknowledgement");
    socket.result = 1;
    const sending = settled(outbox.send("reply"));
    await settleMicrotasks();
    expect(sending.done).toBe(false);
    outbox.drained();
    await settleMicrotasks();
    expect(sending.done).toBe(true);
  });

  test("can fall behind again after it has caught up", async () => {
    const socket = createRecordedSocket();
    const outbox = createOutbox(socket);
    socket.result = slow;
    const first = outbox.send("one");
    outbox.drained();
    await first;
    const second = settled(outbox.send("two"));
    await settleMicrotasks();
    expect(second.done).toBe(false);
  });

  test("keeps nobody waiting once it is gone", async () => {
    const socket = createRecordedSocket();
    const outbox = createOutbox(socket);
    socket.result = slow;
    const sending = outbox.send("one");
    outbox.close();
    await sending;
  });
});

test("a message that the transport drops holds nobody up: it closes such a connection itself", async () => {
  const socket = createRecordedSocket();
  const outbox = createOutbox(socket);
  socket.result = 0;
  await outbox.send("one");
});

test("a drain that nobody waits for changes nothing", async () => {
  const socket = createRecordedSocket();
  const outbox = createOutbox(socket);
  outbox.drained();
  await outbox.send("one");
  expect(socket.sent).toEqual(["one"]);
});

test("after closing nothing is sent", async () => {
  const socket = createRecordedSocket();
  const outbox = createOutbox(socket);
  outbox.close();
  outbox.sendNow("one");
  await outbox.send("two");
  expect(socket.sent).toEqual([]);
});
