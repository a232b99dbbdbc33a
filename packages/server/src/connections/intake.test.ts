import { describe, expect, test } from "bun:test";
import { createManualClock } from "@signify/core/testing";
import { createIntake } from "./intake.ts";

const megabyte = 1024 * 1024;

function create(maxRate = 60, maxLength = megabyte, credit = 1) {
  const clock = createManualClock();
  return { clock, intake: createIntake({ maxRate, maxLength, clock, credit }) };
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

describe("with a sixteenth of the credit", () => {
  const withLittle = () => create(60, megabyte, 1 / 16);

  test("a flood is dropped, and closed, after a sixteenth of the messages", () => {
    const { intake } = withLittle();
    const verdicts = Array.from({ length: 200 }, () => intake.judge(7));
    expect(verdicts.indexOf("drop")).toBe(37);
    expect(verdicts.indexOf("close")).toBe(37 + 62);
  });

  test("one message of the greatest length is read, and a second one is more than is borne", () => {
    const { intake } = withLittle();
    expect([1, 2].map(() => intake.judge(megabyte))).toEqual(["read", "close"]);
  });

  test("30 pictures a second, pings and a reset each second are read from the start", () => {
    const { clock, intake } = withLittle();
    for (let frame = 0; frame < 30 * 60; frame++) {
      expect([intake.judge(50_000), intake.judge(0)]).toEqual(["read", "read"]);
      if (frame % 30 === 0) expect(intake.judge(60)).toBe("read");
      clock.advance(1000 / 30);
    }
  });

  test("and three seconds of honest work, a burst is read as any other's", () => {
    const { clock, intake } = withLittle();
    clock.advance(3000);
    for (let time = 0; time < 600; time++) expect(intake.judge(40)).toBe("read");
  });
});

describe("the strain", () => {
  test("is the largest share that was used of what is borne", () => {
    const { intake } = create();
    expect(intake.strain).toBe(0);
    for (let time = 0; time < 300; time++) intake.judge(7);
    expect(intake.strain).toBeCloseTo(0.5);
    for (let time = 0; time < 300 + 900; time++) intake.judge(7);
    expect(intake.strain).toBeCloseTo(1);
  });

  test("counts length as it counts messages", () => {
    const { intake } = create();
    for (let time = 0; time < 6; time++) intake.judge(megabyte);
    expect(intake.strain).toBeCloseTo(6 / 15);
  });

  test("of honest work is next to nothing, at every moment, and with little credit too", () => {
    for (const credit of [1, 1 / 16]) {
      const { clock, intake } = create(60, megabyte, credit);
      for (let frame = 0; frame < 60 * 10; frame++) {
        intake.judge(134_000);
        intake.judge(60);
        expect(intake.strain).toBeLessThan(0.05);
        clock.advance(1000 / 60);
      }
    }
  });

  test("of what was used long ago is nothing", () => {
    const { clock, intake } = create();
    for (let time = 0; time < 1500; time++) intake.judge(7);
    clock.advance(30_000);
    expect(intake.strain).toBe(0);
  });
});
