import { describe, expect, test } from "bun:test";
import { createManualTiming } from "../testing/manual-timing.ts";
import { createKeepAlive } from "./keep-alive.ts";

function setUp() {
  const timing = createManualTiming();
  const told: string[] = [];
  const keepAlive = createKeepAlive({
    timing,
    interval: 10_000,
    timeout: 5000,
    ping: () => told.push("ping"),
    onSilent: (silent) => told.push(silent ? "silent" : "heard"),
    onLost: () => told.push("lost"),
  });
  return { timing, told, keepAlive };
}

describe("createKeepAlive", () => {
  test("asks after ten seconds of silence, and not while something comes", async () => {
    const { timing, told, keepAlive } = setUp();
    await timing.advance(9000);
    keepAlive.heard();
    await timing.advance(9000);
    expect(told).toEqual([]);
    await timing.advance(1500);
    expect(told).toEqual(["ping"]);
    keepAlive.stop();
    expect(timing.armed).toBe(0);
  });

  test("says that the server is silent, then that it is lost, once", async () => {
    const { timing, told, keepAlive } = setUp();
    keepAlive.asked();
    await timing.advance(60_000);
    expect(told).toEqual(["silent", "lost"]);
    expect(timing.armed).toBe(0);
  });

  test("is content when the answer is late", async () => {
    const { timing, told, keepAlive } = setUp();
    keepAlive.asked();
    await timing.advance(3000);
    keepAlive.heard();
    await timing.advance(5000);
    expect(told).toEqual(["silent", "heard"]);
    keepAlive.stop();
  });

  test("a clock that jumps, as after sleep, does not count as silence", async () => {
    const { timing, told, keepAlive } = setUp();
    let offset = 0;
    const { clock } = timing;
    timing.clock = () => clock() + offset;
    const jumping = createKeepAlive({
      timing,
      interval: 10_000,
      timeout: 5000,
      ping: () => told.push("ping"),
      onSilent: () => told.push("silent"),
      onLost: () => told.push("lost"),
    });
    keepAlive.stop();
    jumping.asked();
    offset = 3_600_000;
    await timing.advance(1000);
    expect(told).toEqual([]);
    offset = -3_600_000;
    await timing.advance(1000);
    expect(told).not.toContain("lost");
    jumping.stop();
  });
});
