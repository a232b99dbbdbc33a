import { describe, expect, test } from "bun:test";
import { posedHand } from "../testing/index.ts";
import { handPoints, pointOf } from "./palm-frame.ts";
import { createSteadyHand } from "./steady-hand.ts";

const hand = (shift = 0, bend = 0) =>
  handPoints(
    posedHand({ index: { curl: bend } }).map((value, index) => (index % 3 === 0 ? value + shift : value)),
    false,
  );

describe("a steady hand", () => {
  test("is the mean of what was seen lately: trembling goes", () => {
    const steady = createSteadyHand();
    const wrists = Array.from({ length: 60 }, (_, number) => {
      const mean = steady.see(hand(number % 2 === 0 ? 0.01 : -0.01), number * 33);
      return mean && pointOf(mean, 0)[0];
    });
    expect(wrists[0]).toBeUndefined();
    for (const wrist of wrists.slice(30)) expect(Math.abs((wrist ?? 0) - 0.5)).toBeLessThan(0.002);
  });

  test("is none while it moves, and is there again when it rests", () => {
    const steady = createSteadyHand();
    const moving = Array.from({ length: 10 }, (_, number) => steady.see(hand(number * 0.1), number * 33));
    expect(moving).toEqual(Array(10).fill(undefined));
    expect(steady.see(hand(0.9), 330)).toBeDefined();
  });

  test("moves also when a fingertip alone does", () => {
    const steady = createSteadyHand();
    steady.see(hand(), 0);
    expect(steady.see(hand(), 33)).toBeDefined();
    expect(steady.see(hand(0, 160), 66)).toBeUndefined();
  });

  test("begins anew after a gap, and when time runs backwards", () => {
    const steady = createSteadyHand();
    steady.see(hand(), 1000);
    expect(steady.see(hand(), 1501)).toBeUndefined();
    expect(steady.see(hand(), 1400)).toBeUndefined();
    expect(steady.see(hand(), 1433)).toBeDefined();
  });
});
