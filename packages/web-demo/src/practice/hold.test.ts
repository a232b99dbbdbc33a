import { describe, expect, test } from "bun:test";
import { createHold, holdTime } from "./hold.ts";

const hold = (letter: "A" | "J" = "A") => createHold({ letter, passMark: 0.8 });

describe("holding a letter", () => {
  test("is not yet, almost, holding, passed", () => {
    const attempt = hold();
    expect(attempt.read(0.1, 0).phase).toBe("not-yet");
    expect(attempt.read(0.5, 100).phase).toBe("almost");
    expect(attempt.read(0.85, 200)).toEqual({ phase: "holding", probability: 0.85, held: 0 });
    expect(attempt.wait(700).held).toBeCloseTo(0.5);
    expect(attempt.wait(1200).phase).toBe("passed");
  });

  test("needs no new reading while nothing changes", () => {
    const attempt = hold();
    attempt.read(0.9, 0);
    expect(attempt.wait(999).phase).toBe("holding");
    expect(attempt.wait(1000).phase).toBe("passed");
  });

  test("forgives a short dip, without counting it", () => {
    const attempt = hold();
    attempt.read(0.9, 0);
    attempt.read(0.7, 500);
    expect(attempt.wait(600)).toMatchObject({ phase: "holding", held: 0.5 });
    attempt.read(0.9, 650);
    expect(attempt.wait(1100).phase).toBe("holding");
    expect(attempt.wait(1150).phase).toBe("passed");
  });

  test("starts anew after a long dip", () => {
    const attempt = hold();
    attempt.read(0.9, 0);
    attempt.read(0.7, 500);
    expect(attempt.wait(701).phase).toBe("almost");
    attempt.read(0.9, 800);
    expect(attempt.wait(1799).phase).toBe("holding");
    expect(attempt.wait(1800).phase).toBe("passed");
  });

  test("is lost when the hand leaves the picture", () => {
    const attempt = hold();
    attempt.read(0.9, 0);
    expect(attempt.release("no-hand", 900)).toEqual({ phase: "no-hand", probability: 0, held: 0 });
    expect(attempt.wait(2000).phase).toBe("not-yet");
  });

  test("stays passed", () => {
    const attempt = hold();
    attempt.read(0.9, 0);
    attempt.wait(1000);
    expect(attempt.release("no-hand", 1100).phase).toBe("passed");
    expect(attempt.read(0, 1200).phase).toBe("passed");
  });

  test("a movement passes within a moment", () => {
    const attempt = hold("J");
    attempt.read(0.5, 0);
    expect(attempt.wait(holdTime("J")).phase).toBe("passed");
    expect(holdTime("J")).toBeLessThan(holdTime("A"));
  });
});
