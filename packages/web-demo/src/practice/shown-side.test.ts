import { expect, test } from "bun:test";
import { shownSide } from "./shown-side.ts";

test("a mirror shows a right hand as a left one, and the front shows it as it is", () => {
  expect(shownSide({ hand: "right", view: "mirror" })).toBe("left");
  expect(shownSide({ hand: "left", view: "mirror" })).toBe("right");
  expect(shownSide({ hand: "right", view: "front" })).toBe("right");
  expect(shownSide({ hand: "left", view: "front" })).toBe("left");
});
