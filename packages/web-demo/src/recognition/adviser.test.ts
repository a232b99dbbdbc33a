import { expect, test } from "bun:test";
import { createAdviser } from "./adviser.ts";
import { nothingSeen } from "./seen.ts";

const none = { ...nothingSeen, hands: "no-hand" } as const;
const hand = {
  ...nothingSeen,
  hands: "tracking",
  inPicture: true,
  box: { left: 0.3, top: 0.2, right: 0.6, bottom: 0.8 },
} as const;
const dark = () => 20;

test("a hand that is lost for a moment is no reason for advice", () => {
  const adviser = createAdviser();
  expect(adviser(none, dark)).toBeUndefined();
  expect(adviser(none, dark)).toBeUndefined();
  expect(adviser(hand, dark)).toBeUndefined();
  expect(adviser(none, dark)).toBeUndefined();
  expect(adviser(none, dark)).toBeUndefined();
  expect(adviser(none, dark)).toBe("dark");
});

test("nothing is said before anything was looked for", () => {
  const adviser = createAdviser();
  for (let look = 0; look < 10; look += 1) expect(adviser(nothingSeen, dark)).toBeUndefined();
});

test("a hand at the edge is told at once", () => {
  const edge = { ...hand, box: { ...hand.box, right: 1.1 } };
  expect(createAdviser()(edge, dark)).toBe("out-of-picture");
});

test("a second hand is told of when it stays", () => {
  const adviser = createAdviser();
  const both = { ...hand, twoHands: true };
  expect(adviser(both, dark)).toBeUndefined();
  expect(adviser(hand, dark)).toBeUndefined();
  expect(adviser(both, dark)).toBeUndefined();
  expect(adviser(both, dark)).toBeUndefined();
  expect(adviser(both, dark)).toBe("two-hands");
});

test("the light is measured only while no hand is seen, and from the first look on, for measuring takes a moment", () => {
  let measured = 0;
  const adviser = createAdviser();
  const brightness = () => {
    measured += 1;
    return measured === 1 ? undefined : 20;
  };
  adviser(hand, brightness);
  expect(measured).toBe(0);
  adviser(none, brightness);
  adviser(none, brightness);
  expect(adviser(none, brightness)).toBe("dark");
  expect(measured).toBe(3);
  adviser(hand, brightness);
  expect(measured).toBe(3);
});
