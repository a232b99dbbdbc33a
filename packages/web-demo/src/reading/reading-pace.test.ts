import { expect, test } from "bun:test";
import { spell } from "../reference-hand/spelling.ts";
import { readingSpeeds } from "../shell/learning-settings.ts";
import { readingPace } from "./reading-pace.ts";

const duration = (...options: Parameters<typeof readingPace>) =>
  spell(["C", "A", "T"], readingPace(...options)).duration;

test("each speed is faster than the one before, and slower is slower", () => {
  const [slow = 0, medium = 0, fast = 0] = readingSpeeds.map((speed) => duration(speed, 0, false));
  expect(slow).toBeGreaterThan(1.5 * medium);
  expect(medium).toBeGreaterThan(1.5 * fast);
  expect(duration("fast", 1, false)).toBeCloseTo(1.6 * fast);
  expect(duration("fast", 2, false)).toBeCloseTo(1.6 ** 2 * fast);
});

test("with less motion letters change at once and are shown as long", () => {
  const pace = readingPace("slow", 0, true);
  expect(pace.change).toBe(0);
  expect(pace.hold).toBe(1500);
  const { poseAt } = spell(["C", "A"], pace);
  expect(poseAt(1499)).toEqual(poseAt(0));
  expect(poseAt(1500)).toEqual(poseAt(3000));
});
