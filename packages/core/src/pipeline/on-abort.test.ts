import { expect, test } from "bun:test";
import { onAbort } from "./on-abort.ts";

/** A signal, and what was told of its end so far. */
function start() {
  const told: string[] = [];
  const controller = new AbortController();
  const wait = (name: string) => onAbort(controller.signal, () => told.push(name));
  return { told, controller, wait };
}

test("all who wait are told once, in the order in which they asked", () => {
  const { told, controller, wait } = start();
  for (const name of ["first", "second", "third"]) wait(name);
  expect(told).toEqual([]);
  controller.abort();
  controller.abort();
  expect(told).toEqual(["first", "second", "third"]);
});

test("who does not wait any more is not told, also when the one before it takes it back", () => {
  const { told, controller, wait } = start();
  wait("first")();
  let forget = () => {};
  onAbort(controller.signal, () => forget());
  forget = wait("second");
  wait("third");
  controller.abort();
  expect(told).toEqual(["third"]);
});

test("signals do not know of each other, and many wait with one listener", () => {
  const [one, other] = [start(), start()];
  let listeners = 0;
  const add = one.controller.signal.addEventListener.bind(one.controller.signal);
  one.controller.signal.addEventListener = (...listener: Parameters<typeof add>) => {
    listeners += 1;
    add(...listener);
  };
  for (let count = 0; count < 5; count++) one.wait("one")();
  one.wait("one");
  other.wait("other");
  one.controller.abort();
  expect([one.told, other.told, listeners]).toEqual([["one"], [], 1]);
});
