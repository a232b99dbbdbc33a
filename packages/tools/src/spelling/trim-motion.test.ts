import { expect, test } from "bun:test";
import { rightHand } from "@signify/core/testing";
import { trimMotion } from "./trim-motion.ts";

const at = (y: number) => rightHand({ x: 0, y, bend: 0 });

test("what is held before and after a motion is cut off", () => {
  const motion = [0.2, 0.4, 0.6, 0.8].map(at);
  const clip = [at(0), at(0.01), at(0), ...motion, at(1), at(1.01), at(1)];
  expect(trimMotion(clip)).toEqual([at(0), ...motion, at(1)]);
});

test("nothing is nothing", () => {
  expect(trimMotion([])).toEqual([]);
});
