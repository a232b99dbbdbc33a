import { describe, expect, test } from "bun:test";
import type { Letter } from "@signify/core";
import { createManualTiming } from "../testing/manual-timing.ts";
import { createTargetKeeper } from "./target-keeper.ts";

function setUp() {
  const timing = createManualTiming();
  const sent: (Letter | null)[] = [];
  const keeper = createTargetKeeper({
    target: "A",
    timing,
    send: (target) => {
      sent.push(target);
      return true;
    },
  });
  keeper.limit(15);
  return { timing, sent, keeper };
}

describe("createTargetKeeper", () => {
  test("nothing is current from set until the server has exactly that target", () => {
    const { keeper, sent } = setUp();
    keeper.starting();
    keeper.started(1);
    expect(keeper.isCurrent(1)).toBe(true);
    keeper.set("B");
    expect(sent).toEqual(["B"]);
    expect(keeper.isCurrent(1)).toBe(false);
    expect(keeper.acknowledged(2, "B")).toBe(true);
    expect(keeper.isCurrent(2)).toBe(true);
    expect(keeper.isCurrent(1)).toBe(false);
  });

  test("of many targets set at once the first and the last are sent, and only the last becomes current", async () => {
    const { keeper, sent, timing } = setUp();
    keeper.starting();
    keeper.started(1);
    for (const letter of ["B", "C", "D", "E"] as const) keeper.set(letter);
    expect(keeper.acknowledged(2, "B")).toBe(false);
    expect(keeper.isCurrent(2)).toBe(false);
    await timing.advance(100);
    expect(sent).toEqual(["B", "E"]);
    expect(keeper.acknowledged(3, "E")).toBe(true);
  });

  test("sends a target again that was not acknowledged, and is not misled by two answers", async () => {
    const { keeper, sent, timing } = setUp();
    keeper.starting();
    keeper.started(1);
    keeper.set("B");
    await timing.advance(2500);
    expect(sent).toEqual(["B", "B"]);
    keeper.set("C");
    expect(keeper.acknowledged(2, "B")).toBe(false);
    await timing.advance(100);
    expect(sent).toEqual(["B", "B", "C"]);
    expect(keeper.acknowledged(3, "B")).toBe(false);
    expect(keeper.settled).toBe(false);
    expect(keeper.acknowledged(4, "C")).toBe(true);
  });

  test("a target that is set while the session opens is sent as soon as it is open", () => {
    const { keeper, sent } = setUp();
    expect(keeper.starting()).toBe("A");
    keeper.set("B");
    expect(keeper.started(1)).toBe(false);
    expect(sent).toEqual(["B"]);
    expect(keeper.isCurrent(1)).toBe(false);
    expect(keeper.acknowledged(2, "B")).toBe(true);
  });

  test("keeps a target that is set without a session, for the next one", () => {
    const { keeper, sent } = setUp();
    keeper.starting();
    keeper.started(7);
    keeper.lost();
    keeper.set("Z");
    expect(sent).toEqual([]);
    expect(keeper.target).toBe("Z");
    keeper.starting();
    keeper.started(1);
    expect(keeper.isCurrent(1)).toBe(true);
    expect(keeper.isCurrent(7)).toBe(false);
  });

  test("is told no faster than its share of the server's limit, and as soon as that allows", async () => {
    const { keeper, sent, timing } = setUp();
    keeper.starting();
    keeper.started(1);
    keeper.set("B");
    await timing.advance(10);
    keeper.acknowledged(2, "B");
    keeper.set("C");
    await timing.advance(56);
    expect(sent).toEqual(["B"]);
    await timing.advance(1);
    expect(sent).toEqual(["B", "C"]);
  });

  test("a clock that jumps back holds a target up no longer than one that does not", async () => {
    const { keeper, sent, timing } = setUp();
    keeper.starting();
    keeper.started(1);
    await timing.advance(1000);
    keeper.set("B");
    keeper.acknowledged(2, "B");
    const { clock } = timing;
    timing.clock = () => clock() - 1000;
    keeper.set("C");
    timing.clock = clock;
    await timing.advance(67);
    expect(sent).toEqual(["B", "C"]);
  });

  test("waits for the answer to one target before it sends the next", async () => {
    const { keeper, sent, timing } = setUp();
    keeper.starting();
    keeper.started(1);
    keeper.set("B");
    keeper.set("C");
    await timing.advance(1900);
    expect(sent).toEqual(["B"]);
    keeper.acknowledged(2, "B");
    expect(sent).toEqual(["B", "C"]);
  });

  test("a target that was acknowledged is not sent again", async () => {
    const { keeper, sent, timing } = setUp();
    keeper.starting();
    keeper.started(1);
    keeper.set("B");
    keeper.acknowledged(2, "B");
    await timing.advance(10_000);
    expect(sent).toEqual(["B"]);
    expect(timing.armed).toBe(0);
  });

  test("nothing is current without a session, and a new one takes a target at once", () => {
    const { keeper, sent, timing } = setUp();
    keeper.starting();
    keeper.started(1);
    keeper.set("B");
    keeper.acknowledged(2, "B");
    keeper.lost();
    expect(keeper.isCurrent(2)).toBe(false);
    expect(keeper.settled).toBe(false);
    expect(timing.armed).toBe(0);
    keeper.starting();
    keeper.started(1);
    keeper.set("C");
    expect(sent).toEqual(["B", "C"]);
  });
});
