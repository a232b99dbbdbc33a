import { describe, expect, test } from "bun:test";
import type { Frame } from "@signify/core";
import { fakeJpeg } from "../testing/fake-frames.ts";
import { createManualTiming } from "../testing/manual-timing.ts";
import { noFrames } from "./frame-counts.ts";
import { createFrameGate } from "./frame-gate.ts";

function setUp({ answers = true, roundTrip = 5 } = {}) {
  const timing = createManualTiming();
  const counts = noFrames();
  const sent: number[] = [];
  const pings: number[] = [];
  const slow: boolean[] = [];
  const link = { buffered: 0 };
  const gate = createFrameGate({
    timing,
    counts,
    send: (frame) => void sent.push(frame.sequence),
    ping: (id) => {
      pings.push(id);
      if (answers) timing.timers.after(roundTrip, () => gate.answered(id));
    },
    bufferedAmount: () => link.buffered,
    onSlow: (now) => void slow.push(now),
  });
  let sequence = 0;
  const offer = () => {
    sequence += 1;
    gate.offer(frame(sequence));
  };
  /** A camera of `rate` frames a second for so many seconds. */
  const film = async (seconds: number, rate: number) => {
    for (let shot = 0; shot < seconds * rate; shot++) {
      offer();
      await timing.advance(1000 / rate);
    }
  };
  return { timing, counts, sent, pings, slow, link, gate, offer, film };
}

const frame = (sequence: number): Frame => ({
  ...{ kind: "picture", sequence, capturedAt: 0, mirrored: false },
  jpeg: fakeJpeg(),
});
const session = { framesPerSecond: 60, roundTrip: 5 };

/** Every frame is accounted for. */
const balanced = ({ offered, sent, dropped }: ReturnType<typeof noFrames>, waiting = 0) =>
  offered === sent + waiting + Object.values(dropped).reduce((sum, count) => sum + count, 0);

describe("createFrameGate", () => {
  test("drops frames while there is no session, and keeps none of them for later", async () => {
    const { gate, offer, sent, counts, timing } = setUp();
    offer();
    offer();
    gate.open(session);
    await timing.advance(1000);
    expect(sent).toEqual([]);
    expect(counts).toEqual({
      ...noFrames(),
      offered: 2,
      dropped: { ...noFrames().dropped, disconnected: 2 },
    });
  });

  test("lets an ordinary camera through whole", async () => {
    const { gate, film, counts } = setUp();
    gate.open(session);
    await film(10, 30);
    expect(counts.sent).toBe(300);
  });

  test.each([50, 100, 200, 400])("fills a way of %d ms there and back without a drop", async (roundTrip) => {
    const { gate, film, counts, slow } = setUp({ roundTrip });
    gate.open({ framesPerSecond: 60, roundTrip });
    await film(10, 30);
    expect(counts.sent).toBe(300);
    expect(slow).toEqual([]);
  });

  test("keeps to the server's rate, evenly, and the newest frame wins", async () => {
    const { gate, film, counts, sent, slow, timing } = setUp();
    gate.open({ framesPerSecond: 10, roundTrip: 5 });
    await film(10, 30);
    await timing.advance(1000);
    expect(counts.sent).toBeGreaterThan(90);
    expect(counts.sent).toBeLessThanOrEqual(100);
    expect(counts.dropped.paced).toBe(counts.offered - counts.sent);
    expect(sent).toEqual([...sent].sort((one, other) => one - other));
    expect(slow).toEqual([]);
  });

  test("sends nothing behind bytes that have not left, and then the newest frame alone", async () => {
    const { gate, film, sent, link, counts, slow, timing } = setUp();
    gate.open(session);
    link.buffered = 20_000;
    await film(2, 30);
    expect(sent).toEqual([]);
    link.buffered = 0;
    await timing.advance(20);
    expect(sent).toEqual([60]);
    expect(counts.dropped["slow-link"]).toBe(59);
    await timing.advance(3000);
    expect(slow).toEqual([true, false]);
  });

  test("has only a few frames under way on a link that does not answer", async () => {
    const { gate, film, sent, pings, counts } = setUp({ answers: false });
    gate.open(session);
    await film(2, 30);
    expect(sent.length).toBeLessThanOrEqual(4);
    expect(pings.length).toBeLessThanOrEqual(4);
    expect(balanced(counts, 1)).toBe(true);
  });

  test("lets the newest frame go the moment that an answer makes room for it", async () => {
    const { gate, film, sent, pings } = setUp({ answers: false });
    gate.open(session);
    await film(0.5, 30);
    const before = sent.length;
    expect(sent.at(-1)).toBeLessThan(15);
    gate.answered(pings.at(-1) ?? 0);
    expect(sent.slice(before)).toEqual([15]);
  });

  test("is slow once it drops frames for a second, as long as it does, and not for a hiccup", async () => {
    const { gate, film, link, slow, timing } = setUp();
    gate.open(session);
    await timing.advance(5000);
    link.buffered = 20_000;
    await film(0.9, 30);
    link.buffered = 0;
    await film(3, 30);
    expect(slow).toEqual([]);
    link.buffered = 20_000;
    await film(6, 30);
    expect(slow).toEqual([true]);
    link.buffered = 0;
    await film(3, 30);
    expect(slow).toEqual([true, false]);
  });

  test("shut, it drops everything for its reason, and nothing is told later; it may be opened again", async () => {
    const { gate, film, offer, link, sent, slow, counts, timing } = setUp();
    gate.open(session);
    link.buffered = 20_000;
    await film(2, 30);
    expect(slow).toEqual([true]);
    gate.shut("closed");
    link.buffered = 0;
    offer();
    await timing.advance(10_000);
    expect(sent).toEqual([]);
    expect(slow).toEqual([true]);
    expect(counts.dropped).toMatchObject({ "slow-link": 59, closed: 2 });
    expect(timing.armed).toBe(0);
    gate.open(session);
    link.buffered = 20_000;
    await film(2, 30);
    expect(slow).toEqual([true, true]);
  });

  test("follows a slow link down to its speed instead of queueing", async () => {
    const timing = createManualTiming();
    const counts = noFrames();
    const queue: ("frame" | number)[] = [];
    let longest = 0;
    const gate = createFrameGate({
      timing,
      counts,
      send: () => {
        queue.push("frame");
        longest = Math.max(longest, queue.filter((item) => item === "frame").length);
      },
      ping: (id) => void queue.push(id),
      bufferedAmount: () => 0,
      onSlow: () => {},
    });
    // The system's buffer takes everything at once; the wire needs 160 ms for each frame.
    const carry = () => {
      const item = queue.shift();
      if (typeof item === "number") gate.answered(item);
      timing.timers.after(item === "frame" ? 160 : 1, carry);
    };
    carry();
    gate.open({ framesPerSecond: 60, roundTrip: 20 });
    for (let shot = 0; shot < 300; shot++) {
      gate.offer(frame(shot));
      await timing.advance(33);
    }
    expect(longest).toBeLessThanOrEqual(3);
    expect(counts.sent).toBeGreaterThan(45);
    expect(counts.sent).toBeLessThan(66);
    expect(balanced(counts, 1)).toBe(true);
  });

  test("forgets the frame that waits when the target changes", async () => {
    const { gate, offer, sent, counts, timing } = setUp();
    gate.open({ framesPerSecond: 1, roundTrip: 5 });
    offer();
    offer();
    gate.discard("new-target");
    await timing.advance(5000);
    expect(sent).toEqual([1]);
    offer();
    expect(counts.dropped).toMatchObject({ "new-target": 1, paced: 0 });
  });

  test("keeps its probes within their share of the server's limit of messages", async () => {
    const { gate, film, pings } = setUp();
    gate.open(session);
    await film(10, 60);
    expect(pings.length).toBeLessThanOrEqual(10 * 30 + 1);
  });
});
