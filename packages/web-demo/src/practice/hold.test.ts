import { describe, expect, test } from "bun:test";
import { createHold, holdTime } from "./hold.ts";

const shown = { verdict: "shown", probability: 0.4 } as const;
const almost = { verdict: "almost", probability: 0.3 } as const;
const other = { verdict: "other", probability: 0.1 } as const;
const strict = () => createHold({ needed: 1000 });

test("a letter passes as soon as it is shown, well under one half too", () => {
  const attempt = createHold({ needed: 0 });
  expect(attempt.read(other, 0)).toEqual({ phase: "not-yet", probability: 0.1, held: 0 });
  expect(attempt.read(almost, 100)).toEqual({ phase: "almost", probability: 0.3, held: 0 });
  expect(attempt.read(shown, 200)).toEqual({ phase: "passed", probability: 0.4, held: 1 });
  expect(attempt.release("no-hand", 300).phase).toBe("passed");
});

describe("holding a letter, where that was asked for", () => {
  test("is not yet, almost, holding, passed", () => {
    const attempt = strict();
    expect(attempt.read(other, 0).phase).toBe("not-yet");
    expect(attempt.read(almost, 100).phase).toBe("almost");
    expect(attempt.read(shown, 200)).toEqual({ phase: "holding", probability: 0.4, held: 0 });
    expect(attempt.wait(700).held).toBeCloseTo(0.5);
    expect(attempt.wait(1200).phase).toBe("passed");
  });

  test("needs no new reading while nothing changes", () => {
    const attempt = strict();
    attempt.read(shown, 0);
    expect(attempt.wait(999).phase).toBe("holding");
    expect(attempt.wait(1000).phase).toBe("passed");
  });

  test("forgives a short dip, without counting it", () => {
    const attempt = strict();
    attempt.read(shown, 0);
    attempt.read(almost, 500);
    expect(attempt.wait(600)).toMatchObject({ phase: "holding", held: 0.5 });
    attempt.read(shown, 650);
    expect(attempt.wait(1100).phase).toBe("holding");
    expect(attempt.wait(1150).phase).toBe("passed");
  });

  test("starts anew after a long dip", () => {
    const attempt = strict();
    attempt.read(shown, 0);
    attempt.read(almost, 500);
    expect(attempt.wait(701).phase).toBe("almost");
    attempt.read(shown, 800);
    expect(attempt.wait(1799).phase).toBe("holding");
    expect(attempt.wait(1800).phase).toBe("passed");
  });

  test("is lost when the hand leaves the picture", () => {
    const attempt = strict();
    attempt.read(shown, 0);
    expect(attempt.release("no-hand", 900)).toEqual({ phase: "no-hand", probability: 0, held: 0 });
    expect(attempt.wait(2000).phase).toBe("not-yet");
  });

  test("stays passed", () => {
    const attempt = strict();
    attempt.read(shown, 0);
    attempt.wait(1000);
    expect(attempt.release("no-hand", 1100).phase).toBe("passed");
    expect(attempt.read(other, 1200).phase).toBe("passed");
  });

  test("is asked of no movement", () => {
    expect([holdTime("A", 1000), holdTime("J", 1000), holdTime("A", 0)]).toEqual([1000, 0, 0]);
  });
});
