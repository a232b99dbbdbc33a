import { describe, expect, test } from "bun:test";
import { createManualClock } from "@signify/core/testing";
import { createMemoryBroker } from "../testing/memory-broker.ts";
import { createListener } from "../testing/recorded-cluster.ts";
import { sampleIdentity as identity } from "../testing/sample-identity.ts";
import { announceWorker } from "./announce-worker.ts";
import type { Identity } from "./identity.ts";
import { knowWorkers } from "./known-workers.ts";
import { workersSubject } from "./subjects.ts";

/** A server, and workers that announce themselves to it. */
function createParts() {
  const clock = createManualClock();
  const broker = createMemoryBroker({ timers: clock, random: () => 0 });
  const refused: [string, string][] = [];
  const told: string[] = [];
  const known = knowWorkers({
    engine: broker.connect(),
    prefix: "signify",
    identity,
    clock,
    most: 5,
    onRefused: (...what) => void refused.push(what),
  });
  const announce = (id: string, other: Partial<Identity> = {}) => {
    const engine = broker.connect();
    const sayGone = announceWorker({
      engine,
      prefix: "signify",
      id,
      identity: { ...identity, ...other },
      timers: clock,
      count: () => ({ processes: 4, free: 3 }),
      onRefused: (because) => void told.push(because),
    });
    clock.advance(1);
    return { engine, sayGone };
  };
  return { clock, broker, known, announce, refused, told };
}

test("workers that say that they are there are known, with their processes", () => {
  const { known, announce } = createParts();
  announce("a");
  announce("b");
  expect(known.count()).toEqual({ workers: 2, refused: 0, processes: 8, free: 6 });
});

test("one that goes is known no more, at once", () => {
  const { clock, known, announce } = createParts();
  const { sayGone } = announce("a");
  sayGone();
  clock.advance(1);
  expect(known.count().workers).toBe(0);
});

test("one that is cut off is known for some seconds more", () => {
  const { clock, known, announce } = createParts();
  const { engine } = announce("a");
  engine.disconnect();
  clock.advance(3000);
  expect(known.count().workers).toBe(1);
  clock.advance(1000);
  expect(known.count().workers).toBe(0);
  engine.reconnect();
  clock.advance(1000);
  expect(known.count().workers).toBe(1);
});

describe("a worker that reads pictures otherwise", () => {
  test("is refused by name, once, and told why, once", () => {
    const { clock, known, announce, refused, told } = createParts();
    announce("old", { version: "0" });
    clock.advance(5000);
    expect(refused).toEqual([["old", "another version"]]);
    expect(told).toEqual(["another version"]);
    expect(known.count()).toEqual({ workers: 0, refused: 1, processes: 0, free: 0 });
  });

  test("is known as soon as it is alike", () => {
    const { clock, known, announce } = createParts();
    announce("a", { maxHands: 1 }).sayGone();
    announce("a");
    clock.advance(1);
    expect(known.count()).toMatchObject({ workers: 1, refused: 0 });
  });
});

test("what is no announcement is passed over", () => {
  const { clock, broker, known } = createParts();
  const stranger = createListener(broker);
  stranger.say(workersSubject("signify"), { type: "here", id: "x" } as never);
  stranger.say(workersSubject("signify"), { type: "ask" });
  clock.advance(1);
  expect(known.count().workers).toBe(0);
});

test("names that nobody could remember are not", () => {
  const { clock, broker, known } = createParts();
  const stranger = createListener(broker);
  for (let name = 0; name < 9; name++)
    stranger.say(workersSubject("signify"), {
      type: "here",
      id: `w${name}`,
      identity,
      processes: 1,
      free: 1,
    });
  clock.advance(1);
  expect(known.count().workers).toBe(5);
});
