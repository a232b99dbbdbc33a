import { describe, expect, test } from "bun:test";
import { createManualClock } from "@signify/core/testing";
import { createIntake } from "./intake.ts";

const megabyte = 1024 * 1024;

function create(maxRate = 60, maxLength = megabyte) {
  const clock = createManualClock();
  return { clock, intake: createIntake({ maxRate, maxLength, clock }) };
}

describe("an honest client is always read", () => {
  test("with 60 pictures of 100 kB a second in base64, as many other messages, and pings", () => {
    const { clock, intake } = create();
    for (let frame = 0; frame < 60 * 120; frame++) {
      const verdicts = [intake.judge(134_000), intake.judge(60), intake.judge(0)];
      expect(verdicts).toEqual(["read", "read", "read"]);
      clock.advance(1000 / 60);
    }
  });

  test("with a burst of resets", () => {
    const { intake } = create();
    for (let time = 0; time < 300; time++) expect(intake.judge(40)).toBe("read");
  });

  test("when a network that was stuck lets five seconds of frames through at once", () => {
    const { intake } = create();
    for (let frame = 0; frame < 30 * 5; frame++) expect(intake.judge(50_000)).toBe("read");
  });

  test("with messages of the greatest length, however few frames a second are allowed", () => {
    const { clock, intake } = create(1);
    for (let time = 0; time < 10; time++) {
      expect(intake.judge(megabyte)).toBe("read");
      clock.advance(1000);
    }
  });
});

describe("a flood", () => {
  test("of small messages is dropped, and closed when it does not end", () => {
    const { intake } = create();
    const verdicts = Array.from({ length: 5000 }, () => intake.judge(7));
    expect(verdicts.indexOf("drop")).toBe(600);
    expect(verdicts.indexOf("close")).toBe(1599);
    expect(new Set(verdicts.slice(1599))).toEqual(new Set(["close"]));
  });

  test("of large messages is closed after fewer", () => {
    const { intake } = create();
    const verdicts = Array.from({ length: 100 }, () => intake.judge(megabyte));
    expect(verdicts.indexOf("drop")).toBe(15);
    expect(verdicts.indexOf("close")).toBe(30);
  });

  test("that ends is forgiven", () => {
    const { clock, intake } = create();
    for (let time = 0; time < 1500; time++) intake.judge(7);
    clock.advance(30_000);
    for (let time = 0; time < 600; time++) expect(intake.judge(7)).toBe("read");
  });
});
