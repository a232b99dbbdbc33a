import { describe, expect, test } from "bun:test";
import { createManualClock } from "@signify/core/testing";
import fc from "fast-check";
import { createProbes } from "./probes.ts";

/** Probes that share a link with frames; the link answers when the test says so. */
function setUp({ roundTrip = 20, interval = 50 } = {}) {
  const clock = createManualClock(5000);
  const pings: number[] = [];
  const probes = createProbes({ clock, interval, roundTrip, ping: (id) => pings.push(id) });
  const send = (frames: number, apart = 0) => {
    for (let frame = 0; frame < frames; frame++) {
      probes.frameSent();
      clock.advance(apart);
    }
  };
  return { clock, pings, probes, send };
}

describe("createProbes", () => {
  test("a frame has a probe behind it when the last one is an interval ago", () => {
    const { probes, pings, clock, send } = setUp();
    send(1);
    expect(pings).toEqual([]);
    clock.advance(50);
    send(1);
    expect(pings).toEqual([1]);
    clock.advance(49);
    send(1);
    expect(probes.due).toBe(1);
    clock.advance(1);
    send(1);
    expect(pings).toEqual([1, 2]);
  });

  test("frames are in flight until a probe behind them is answered", () => {
    const { probes, send } = setUp();
    send(3);
    probes.probe();
    send(2);
    expect(probes.inFlight).toBe(5);
    probes.answered(1);
    expect(probes.inFlight).toBe(2);
    probes.probe();
    probes.answered(2);
    expect(probes.inFlight).toBe(0);
    expect(probes.due).toBeUndefined();
  });

  test("an answer stands for every frame before it, also when earlier answers are missing or late", () => {
    const { probes, send } = setUp();
    send(1);
    probes.probe();
    send(1);
    probes.probe();
    probes.answered(2);
    expect(probes.inFlight).toBe(0);
    send(1);
    probes.answered(1);
    probes.answered(2);
    probes.answered(99);
    expect(probes.inFlight).toBe(1);
  });

  test("frames that a probe follows are asked about again when the answer is a second late", () => {
    const { probes, clock, send } = setUp();
    send(1);
    probes.probe();
    expect(probes.due).toBe(1000);
    clock.advance(400);
    expect(probes.due).toBe(600);
    clock.advance(700);
    expect(probes.due).toBe(0);
  });

  test.each([
    [0, 3],
    [33, 3],
    [34, 4],
    [200, 8],
    [1000, 32],
    [60_000, 32],
  ])("a way of %d ms there and back is filled by %d frames", (roundTrip, allowed) => {
    expect(setUp({ roundTrip }).probes.allowed).toBe(allowed);
  });

  test("learns of a faster way, never of a slower one: what takes longer has queued", () => {
    const { probes, clock, send } = setUp({ roundTrip: 400 });
    const measure = (milliseconds: number) => {
      send(1);
      probes.probe();
      clock.advance(milliseconds);
      probes.answered(probeId++);
    };
    let probeId = 1;
    measure(200);
    expect(probes.allowed).toBe(8);
    measure(900);
    expect(probes.allowed).toBe(8);
  });

  test("an answer to a probe that is long gone is no answer", () => {
    const { probes, send } = setUp();
    for (let probe = 0; probe < 40; probe++) {
      send(1);
      probes.probe();
    }
    probes.answered(1);
    expect(probes.inFlight).toBe(40);
    probes.answered(40);
    expect(probes.inFlight).toBe(0);
  });

  test("whatever is sent, asked and answered, the counts stay within their bounds", () => {
    const act = fc.oneof(
      fc.constant("frame" as const),
      fc.constant("probe" as const),
      fc.record({ answer: fc.nat(12) }),
      fc.record({ advance: fc.nat(2000) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const { probes, clock, pings } = setUp();
        let sent = 0;
        for (const act of acts) {
          const before = probes.inFlight;
          if (act === "frame") {
            probes.frameSent();
            sent += 1;
          } else if (act === "probe") probes.probe();
          else if ("answer" in act) {
            probes.answered(act.answer);
            expect(probes.inFlight).toBeLessThanOrEqual(before);
          } else clock.advance(act.advance);
          expect(probes.inFlight).toBeWithin(0, sent + 1);
          expect(probes.allowed).toBeWithin(3, 33);
          expect(probes.due ?? 0).toBeWithin(0, 1001);
          expect(probes.due === undefined).toBe(probes.inFlight === 0);
        }
        expect(pings).toEqual(pings.map((_, index) => index + 1));
      }),
    );
  });
});
