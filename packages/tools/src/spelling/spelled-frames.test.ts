import { describe, expect, test } from "bun:test";
import { type Letter, shownHand } from "@signify/core";
import { rightHand } from "@signify/core/testing";
import { seededRandom } from "../random/seeded-random.ts";
import type { PersonClips } from "./person-clips.ts";
import { spelledFrames } from "./spelled-frames.ts";
import { changeTime, doubleTime, motionTime } from "./spelling-speed.ts";

const slot = 63;
const indexTip = slot + 3 * 8;
const still = (bend: number) => [[rightHand({ x: 0, y: 0, bend }), rightHand({ x: 0.01, y: 0, bend })]];
const clips: PersonClips = new Map<Letter, Float32Array[][]>([
  ["A", still(0)],
  ["B", still(1)],
  ["J", [Array.from({ length: 9 }, (_, index) => rightHand({ x: 0, y: index / 8, bend: 0 }))]],
]);

const spell = (word: string, hold = 600, framesPerSecond = 30) => {
  const random = seededRandom(1);
  const frames = spelledFrames(Array.from(word) as Letter[], clips, { framesPerSecond, hold, random });
  const shown = frames.filter((frame) => shownHand(frame) === "right");
  return { frames, shown, wrist: (axis: number) => shown.map((frame) => frame[slot + axis] ?? 0) };
};
const seconds = (frames: number) => frames / 30;

describe("spelledFrames", () => {
  test("takes the time that the speed asks for, and ends without a hand", () => {
    const { frames, shown } = spell("AB");
    expect(seconds(shown.length)).toBeCloseTo((600 + 2 * 600 + changeTime(600)) / 1000, 1);
    expect(seconds(frames.length - shown.length)).toBeCloseTo(0.9, 5);
    expect(spell("AB", 600, 15).shown.length).toBeCloseTo(shown.length / 2, -0.5);
  });

  test("goes from letter to letter without a jump", () => {
    const { shown } = spell("ABA");
    const tips = shown.map((frame) => (frame[indexTip] ?? 0) - (frame[slot] ?? 0));
    const steps = tips.slice(1).map((tip, index) => Math.abs(tip - (tips[index] ?? 0)));
    expect(Math.max(...tips) - Math.min(...tips)).toBeGreaterThan(0.1);
    expect(Math.max(...steps)).toBeLessThan(0.04);
  });

  test("moves a double and comes to rest, with the same hand", () => {
    const { shown, wrist } = spell("AA");
    expect(seconds(shown.length)).toBeCloseTo((600 + 2 * 600 + doubleTime) / 1000, 1);
    const [x, y] = [wrist(0), wrist(1)];
    const reach = Math.max(Math.max(...x) - Math.min(...x), Math.max(...y) - Math.min(...y));
    expect(reach).toBeWithin(0.02, 0.14);
    const shapes = shown.map((frame) => (frame[indexTip] ?? 0) - (frame[slot] ?? 0));
    expect(Math.max(...shapes) - Math.min(...shapes)).toBeLessThan(0.002);
  });

  test("plays a recorded motion in the time of the speed", () => {
    const { shown, wrist } = spell("J");
    expect(seconds(shown.length)).toBeCloseTo((600 + motionTime(600)) / 1000, 1);
    const y = wrist(1);
    expect((y.at(-1) ?? 0) - (y[0] ?? 0)).toBeGreaterThan(0.15);
  });

  test("is the same for the same seed, and says which letter is missing", () => {
    expect(spell("ABBA").frames).toEqual(spell("ABBA").frames);
    expect(() => spell("AC")).toThrow("expected a recorded C");
  });
});
