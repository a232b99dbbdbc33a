import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { holdCorrection } from "./hold-correction.ts";

const hold = () => holdCorrection<string>((one, other) => one === other);
/** What is said of these, one every 100 ms. */
const saidOf = (found: (string | undefined)[], interval = 100) => {
  const held = hold();
  return found.map((one, number) => held.see(one, number * interval));
};
const times = (count: number, what: string | undefined) => Array<string | undefined>(count).fill(what);

describe("a held correction", () => {
  test("is said once it was seen for a second", () => {
    expect(saidOf(times(12, "a"))).toEqual([...times(10, undefined), "a", "a"]);
  });

  test("stays while another is seen for less than a second, and gives way to it after that", () => {
    const said = saidOf([...times(11, "a"), ...times(9, "b"), "a", ...times(11, "b")]);
    expect(said.slice(10, 21)).toEqual(times(11, "a"));
    expect(said.slice(21)).toEqual([...times(10, "a"), "b"]);
  });

  test("is taken back when nothing is wrong for four tenths of a second", () => {
    expect(saidOf([...times(11, "a"), ...times(5, undefined)]).slice(10)).toEqual([
      ...times(5, "a"),
      undefined,
    ]);
  });

  test("takes five readings, however far apart", () => {
    expect(saidOf(times(5, "a"), 400)).toEqual([...times(4, undefined), "a"]);
  });

  test("begins anew after a gap, when time runs backwards, and after a pause", () => {
    expect(saidOf(times(20, "a"), 501)).toEqual(times(20, undefined));
    const held = hold();
    for (let at = 0; at < 1000; at += 100) held.see("a", at);
    expect(held.see("a", 0)).toBeUndefined();
    for (let at = 100; at < 1000; at += 100) held.see("a", at);
    held.pause();
    expect(held.see("a", 1000)).toBeUndefined();
  });

  test("is still said during a pause, and is gone when it is forgotten", () => {
    const held = hold();
    for (let at = 0; at <= 1000; at += 100) held.see("a", at);
    expect(held.pause()).toBe("a");
    held.forget();
    expect(held.see("a", 1100)).toBeUndefined();
  });

  test("changes at most once in four tenths of a second, to nothing unseen", () => {
    const seen = fc.array(fc.constantFrom("a", "b", undefined), { maxLength: 80 });
    fc.assert(
      fc.property(seen, (found) => {
        const said = saidOf(found);
        let changedAt = Number.NEGATIVE_INFINITY;
        for (const [number, one] of said.entries()) {
          if (one === said[number - 1]) continue;
          if (number > 0) {
            expect(number - changedAt).toBeGreaterThanOrEqual(4);
            expect(found.slice(Math.max(0, number - 4), number + 1).every((own) => own === one)).toBe(true);
          }
          changedAt = number;
        }
      }),
    );
  });
});
