import { expect, test } from "bun:test";
import { noHandLandmarks, posedFrame } from "../testing/index.ts";
import { signingHand } from "./signing-hand.ts";

test("the hand that signs is the one that is seen, and of two the higher one", () => {
  expect(signingHand(noHandLandmarks())).toBeUndefined();
  expect(signingHand(posedFrame())).toMatchObject({ isLeft: false });
  expect(signingHand(posedFrame({}, "left"))).toMatchObject({ isLeft: true });
  const both = posedFrame();
  const lowered = posedFrame({}, "left").map((value, index) => (index % 3 === 1 ? value + 0.1 : value));
  both.set(lowered.subarray(0, 63), 0);
  expect(signingHand(both)).toMatchObject({ isLeft: false });
  both.set(
    both.subarray(0, 63).map((value, index) => (index % 3 === 1 ? value - 0.3 : value)),
    0,
  );
  expect(signingHand(both)).toMatchObject({ isLeft: true });
});
